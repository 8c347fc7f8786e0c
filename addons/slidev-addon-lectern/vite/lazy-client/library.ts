/** Packages in `node_modules` except themes, addons, Slidev's own packages and its generated modules. */
const LIBRARY_RE = /\/node_modules\/(?!\.|@slidev\/|(?:@[^/]+\/)?slidev-)/

/** Whether a module is part of a library rather than of the deck, its addons, its theme or Slidev. */
export function isOfLibrary(id: string): boolean {
  return LIBRARY_RE.test(id)
}

/** The packages of `node_modules`, but for themes and addons, Slidev's own code and what it generates there. */
const LIBRARY_RE = /\/node_modules\/(?!\.|@slidev\/|(?:@[^/]+\/)?slidev-)/

/** Whether a module is part of a library, and not of the deck, its addons, its theme or Slidev. */
export function isOfLibrary(id: string): boolean {
  return LIBRARY_RE.test(id)
}

import { parseSync } from 'vite'

/** Stands for all names of a module: `import * as x` and `export *`. */
export const ALL_NAMES = '*'

/**
 * Names that a module exports, `default` and {@link ALL_NAMES} among them; types left out.
 *
 * @param code - TypeScript or JavaScript.
 */
export function readExports(code: string): Set<string> {
  const entries = parseSync('module.ts', code).module.staticExports.flatMap((each) => each.entries)
  return new Set(
    entries.filter(({ isType }) => !isType).map(({ exportName }) => nameOf(exportName)),
  )
}

/** Import of a module by another one. */
export interface ModuleImport {
  /** Imported module, as the import names it. */
  source: string
  /** Imported names, `default` and {@link ALL_NAMES} among them; types left out. */
  names: string[]
}

/**
 * Static imports of a module, and what it passes on of others; types left out.
 *
 * @param code - TypeScript or JavaScript.
 */
export function readImports(code: string): ModuleImport[] {
  const { staticImports, staticExports } = parseSync('module.ts', code).module
  const imports = staticImports.map(({ moduleRequest, entries }) => ({
    source: moduleRequest.value,
    isTypeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    names: entries.filter(({ isType }) => !isType).map(({ importName }) => nameOf(importName)),
  }))
  const passedOn = staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, importName, isType }) =>
      moduleRequest && !isType
        ? [{ source: moduleRequest.value, names: [nameOf(importName)] }]
        : [],
    )
  return [
    ...imports
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ source, names }) => ({ source, names })),
    ...passedOn,
  ]
}

/** Name of an import or export; {@link ALL_NAMES} where it means them all. */
function nameOf({ kind, name }: { kind: string; name: string | null }): string {
  return kind === 'Default' ? 'default' : (name ?? ALL_NAMES)
}

import { parseSync } from 'vite'

/** Stands for all names of a module: `import * as x` and `export *`. */
export const ALL_NAMES = '*'

/**
 * Lists the names that a module exports, including `default` and {@link ALL_NAMES}, without types.
 *
 * @param code - TypeScript or JavaScript.
 */
export function readExports(code: string): Set<string> {
  const entries = parseSync('module.ts', code).module.staticExports.flatMap((each) => each.entries)
  return new Set(
    entries.filter(({ isType }) => !isType).map(({ exportName }) => nameOf(exportName)),
  )
}

/** One import of a module. */
export interface ModuleImport {
  /** Imported module, as written. */
  source: string
  /** Imported names, including `default` and {@link ALL_NAMES}, without types. */
  names: string[]
}

/**
 * Lists the static imports and re-exports of a module, without types.
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
  const reExports = staticExports
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
    ...reExports,
  ]
}

/** Name of an import or export; {@link ALL_NAMES} for a namespace. */
function nameOf({ kind, name }: { kind: string; name: string | null }): string {
  return kind === 'Default' ? 'default' : (name ?? ALL_NAMES)
}

import { build } from 'esbuild'

/**
 * Bundles modules that run in a page into one script, which leaves their exports in a global variable.
 *
 * @param entry - Absolute path of the module that exports.
 * @param name - Of the variable.
 * @throws {Error} when a module cannot be bundled.
 */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName: name,
    write: false,
    logLevel: 'error',
  })
  return outputFiles.map(({ text }) => `${text}\nwindow.${name} = ${name};`).join('')
}

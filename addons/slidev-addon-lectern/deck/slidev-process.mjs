/*
 * Runs a command of a deck's Slidev with this addon in the deck, even where neither the headmatter nor package.json
 * names it. Plain JavaScript, because Node starts it without a loader.
 *
 * Slidev loads a deck twice: first with the setups of the deck's own folder, to read which addons it names, then with
 * the setups of all addons. In between it resolves the names in the headmatter. This addon joins them during the first
 * load, and leaves before the second one ends.
 *
 * Usage: node slidev-process.mjs SLIDEV_ROOT ADDON_ROOT ARGUMENTS...
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [node, , slidevRoot, nativeAddonRoot, ...args] = process.argv

/** With slashes, because Slidev writes its roots so on every system. */
const addonRoot = nativeAddonRoot.replaceAll('\\', '/')

// Set by `setup/preparser.ts`, which Slidev runs in this process where the addon is in the deck.
process.env.LECTERN_JOINS = 'false'

// Slidev reads from this path whether it is installed globally.
process.argv = [node, join(slidevRoot, 'bin/slidev.mjs'), ...args]

// Of the package itself: pnpm keeps its dependencies there, and not beside the link to it.
const { resolve } = createRequire(realpathSync(join(slidevRoot, 'package.json')))
const parser = await import(pathToFileURL(resolve('@slidev/parser/fs')).href)
const { createJiti } = await import(pathToFileURL(resolve('jiti')).href)
await import(pathToFileURL(join(slidevRoot, 'dist/cli.mjs')).href)

/** The headmatter's `addons` with this addon, from the first load to the second one. */
let extended

// Replaces Slidev's loader before its first use, because Slidev reads the deck from disk before it needs one.
parser.injectPreparserExtensionLoader(async (roots, headmatter, filepath, mode) => {
  const setups = await loadSetups(roots, { headmatter, filepath, mode })
  if (roots.includes(addonRoot) || isNamed(headmatter, filepath)) {
    // Slidev still holds the list and would write it into the site, with a path of this machine.
    extended?.pop()
    extended = undefined
    return setups
  }
  return [
    ...setups,
    {
      name: 'lectern:add',
      transformRawLines: dropByteOrderMark,
      transformSlide: addToHeadmatter(filepath),
    },
  ]
})

process.on('exit', (code) => {
  // Without the addon, the deck would be another one: with notes, and without the views that are printed.
  if (code === 0 && process.env.LECTERN_JOINS !== 'true') {
    console.error('[slidev-addon-lectern] Slidev did not take the addon into the deck.')
    process.exitCode = 1
  }
})

/** Removes the mark that some editors put at the start of a file: Slidev would show the headmatter as a slide. */
function dropByteOrderMark(lines) {
  lines[0] = lines[0]?.replace(/^\uFEFF/, '')
}

/** Adds this addon to the first slide that is parsed, because it carries the headmatter. */
const addToHeadmatter = (filepath) => async (_content, frontmatter) => {
  // Behind a byte order mark, Slidev has not read the headmatter before.
  if (extended === undefined && !isNamed(frontmatter, filepath)) {
    const named = Array.isArray(frontmatter.addons) ? frontmatter.addons : []
    extended = [...named, addonRoot]
    frontmatter.addons = extended
  }
}

/** Loads the `setup/preparser.ts` of each root, as Slidev's own loader does. */
async function loadSetups(roots, context) {
  const jiti = createJiti(import.meta.url, { moduleCache: false })
  const paths = roots.map((root) => join(root, 'setup/preparser.ts')).filter(existsSync)
  const modules = await Promise.all(paths.map((path) => jiti.import(path)))
  const extensions = await Promise.all(modules.map((module) => module.default(context)))
  return extensions.flat()
}

/** Tells whether the headmatter or package.json names this addon. */
function isNamed({ addons }, filepath) {
  const manifest = findManifest(dirname(filepath))
  // Slidev ignores anything but lists.
  const names = [addons, manifest?.slidev?.addons].filter(Array.isArray).flat()
  return names.some((name) => /(?:^|[\\/])(?:slidev-addon-)?lectern[\\/]?$/.test(name))
}

function findManifest(folder) {
  const path = join(folder, 'package.json')
  if (existsSync(path)) {
    return JSON.parse(readFileSync(path, 'utf8'))
  }
  const above = dirname(folder)
  return above === folder ? undefined : findManifest(above)
}

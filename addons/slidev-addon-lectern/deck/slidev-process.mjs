/*
 * Runs a command of a deck's Slidev with this addon in the deck, also where neither the headmatter nor package.json
 * names it. Plain JavaScript, because Node runs it by itself.
 *
 * Usage: node slidev-process.mjs SLIDEV_ROOT ADDON_ROOT ARGUMENTS...
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [node, , slidevRoot, addonRoot, ...args] = process.argv

// Slidev tells from this path whether it is installed globally.
process.argv = [node, join(slidevRoot, 'bin/slidev.mjs'), ...args]

const { resolve } = createRequire(join(slidevRoot, 'package.json'))
const parser = await import(pathToFileURL(resolve('@slidev/parser/fs')).href)
const { createJiti } = await import(pathToFileURL(resolve('jiti')).href)
await import(pathToFileURL(join(slidevRoot, 'dist/cli.mjs')).href)

/** The `addons` of the headmatter while Slidev resolves them. */
let extended

// Slidev has set its own loader by now and has not used it: it reads the entry from disk first.
parser.injectPreparserExtensionLoader(async (roots, headmatter, filepath, mode) => {
  const setups = await loadSetups(roots, { headmatter, filepath, mode })
  if (roots.includes(addonRoot.replaceAll('\\', '/')) || isNamed(headmatter, filepath)) {
    // Resolved: the site must not tell where the addon lies on this machine.
    extended?.pop()
    extended = undefined
    return setups
  }
  return [...setups, { name: 'lectern:add', transformSlide: addToHeadmatter }]
})

/** Adds the addon to the first slide that is parsed, which has the headmatter. */
async function addToHeadmatter(_content, frontmatter) {
  if (extended === undefined) {
    const named = Array.isArray(frontmatter.addons) ? frontmatter.addons : []
    extended = [...named, addonRoot.replaceAll('\\', '/')]
    frontmatter.addons = extended
  }
}

/** Loads the `setup/preparser.ts` of each root, as Slidev does. */
async function loadSetups(roots, context) {
  const jiti = createJiti(import.meta.url, { moduleCache: false })
  const paths = roots.map((root) => join(root, 'setup/preparser.ts')).filter(existsSync)
  const modules = await Promise.all(paths.map((path) => jiti.import(path)))
  const extensions = await Promise.all(modules.map((module) => module.default(context)))
  return extensions.flat()
}

/** Whether the deck names this addon itself, in the headmatter or in package.json. */
function isNamed({ addons }, filepath) {
  const manifest = findManifest(dirname(filepath))
  const names = [addons ?? [], manifest?.slidev?.addons ?? []].flat()
  return names.some((name) => /(?:^|\/)(?:slidev-addon-)?lectern\/?$/.test(name))
}

function findManifest(folder) {
  const path = join(folder, 'package.json')
  if (existsSync(path)) {
    return JSON.parse(readFileSync(path, 'utf8'))
  }
  const above = dirname(folder)
  return above === folder ? undefined : findManifest(above)
}

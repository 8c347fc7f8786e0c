import type { Explanation } from '../explanation.ts'
import type { DeckModel } from '../read-deck.ts'
import { findTyped, locate, placeAt } from './locate.ts'
import type { Location } from './locate.ts'

const IMAGE_RE = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?)(?:\?|$)/i

/** Matches an error of the bundler with the place that it draws below, and the line that it quotes. */
const FRAMED_RE = /^\[([\w:-]+)\] (.*)\n\s*╭─\[ (.+?):(\d+):\d+ \]\n(?:\s*│\s*\n)?\s*\d+ │(.*)/gm

/** Explains modules that are not there, names that they do not export, and scripts that cannot be read. */
export function explainModules(deck: DeckModel, output: string): Explanation[] {
  return [...output.matchAll(FRAMED_RE)].map(
    ([, , message = '', path = '', line = '1', quoted = '']) => {
      const location = locate(deck, { path, line: Number(line) })
      const module = /^Could not resolve ['"](.+?)['"] in /.exec(message)?.[1]
      const name = /^"(.+?)" is not exported by /.exec(message)?.[1]
      if (module !== undefined) {
        return explainMissing(location, module)
      }
      return name === undefined
        ? explainSyntax(location, message, quoted.trim())
        : explainExport(location, name, quoted)
    },
  )
}

function explainMissing(location: Location, module: string): Explanation {
  const isImage = IMAGE_RE.test(module)
  const place = placeAt(location, findTyped(location, module))
  if (/^[@\w]/.test(module) && !isImage) {
    const name = module.split('/', module.startsWith('@') ? 2 : 1).join('/')
    return {
      ...place,
      seen: `the package "${name}" is imported, and is not installed`,
      expected: "a package in the deck's node_modules",
      fix: `Install it: npm install ${name}. Or correct the name.`,
    }
  }
  return {
    ...place,
    check: isImage ? 'images' : 'links',
    seen: `the ${isImage ? 'image' : 'file'} "${module}" does not exist`,
    expected: module.startsWith('/')
      ? `the file as public${module}`
      : `the file beside ${location.file}`,
    fix: 'Correct the path, or put the file there.',
  }
}

function explainExport(location: Location, name: string, quoted: string): Explanation {
  const module = /from ['"](.+?)['"]/.exec(quoted)?.[1] ?? 'its module'
  return {
    ...placeAt(location, findTyped(location, quoted.trim()) ?? findTyped(location, name)),
    seen: `"${name}" is imported, and ${module} does not export it`,
    expected: 'the name of an export',
    fix: 'Correct the name, or remove the import.',
  }
}

function explainSyntax(location: Location, message: string, typed: string): Explanation {
  return {
    ...placeAt(location, findTyped(location, typed)),
    seen: `"${typed}" is no JavaScript: ${message.replace(/\.$/, '')}`,
    expected: 'a script that can be read',
    fix: 'Correct the script.',
  }
}

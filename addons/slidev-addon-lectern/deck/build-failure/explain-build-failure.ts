import type { Explanation } from '../explanation.ts'
import type { DeckModel } from '../read-deck.ts'
import { locate, nameBesideDeck } from './locate.ts'
import { explainModules } from './module-failures.ts'
import { explainPluginError } from './plugin-failures.ts'
import { explainSetup } from './setup-failures.ts'

/** Matches an error of a Vite plugin: the file with line and column, and below it what the plugin says. */
const PLUGIN_RE =
  /^\[plugin (?!vite-plugin-remote-assets)[\w:-]+\] (.+?)(?::(\d+|undefined):(?:\d+|NaN))?\n(?:(?:[A-Z]\w*Error|Error): )?(.*)((?:\n(?! {4}at |\[).*)*)/gm

/** Matches an error with the first line of its stack that is in a file of the deck. */
const THROWN_RE =
  /^(?:[A-Z]\w*)?Error(?: \[\w+\])?: (.*)\n(?: {4}at .*\n)*? {4}at (?:.* \()?(?:file:\/\/)?(\/[^:\n]*|[A-Z]:[^:\n]*):(\d+):\d+\)?$/gm

/**
 * Explains why a deck does not build, in its author's files.
 *
 * @param output - Everything Slidev printed, without colors.
 * @returns Nothing where the reason is not known.
 */
export function explainBuildFailure(deck: DeckModel, output: string): Explanation[] {
  const plugins = [...output.matchAll(PLUGIN_RE)].map(
    ([, path = '', line = '1', message = '', rest = '']) => {
      const location = locate(deck, { path, line: Number(line) || 1 })
      return explainPluginError({ deck, location, message, rest })
    },
  )
  const explained = [...plugins, ...explainModules(deck, output), ...explainSetup(deck, output)]
  return dropRepeated(explained.length > 0 ? explained : explainThrown(deck, output))
}

/** Explains errors that a setup or a configuration of the deck throws. */
function explainThrown(deck: DeckModel, output: string): Explanation[] {
  const root = `${deck.folder.replaceAll('\\', '/')}/`
  return [...output.matchAll(THROWN_RE)]
    .filter(([, , path = '']) => path.startsWith(root) && !path.includes('/node_modules/'))
    .map(([, message = '', path = '', line = '1']) => ({
      check: 'console',
      file: nameBesideDeck(deck, path),
      line: Number(line),
      seen: `the file throws an error: ${message.replace(/\.$/, '')}`,
      expected: 'a file that runs to its end',
      fix: 'Correct it there.',
    }))
}

function dropRepeated(explanations: readonly Explanation[]): Explanation[] {
  const known = new Map(
    explanations.map((each) => [`${each.file}:${each.line}:${each.seen}`, each] as const),
  )
  return [...known.values()]
}

import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

import { suggestName } from '../../deck/nearest-name.ts'
import { PACKAGE_ROOT } from '../../deck/package-root.ts'
import { SLIDE_SCRIPT_RE } from '../../deck/slide-script.ts'
import { findLine, suggest, warn } from './name-warning.ts'
import type { NamedDeck } from './name-warning.ts'

/** Matches a component that the compiler leaves to the running deck. */
const UNRESOLVED_RE = /_resolveComponent\("([^"]+)"/g

/** Matches a component that a setup registers by its name. */
const REGISTERED_RE = /\.component\(\s*["'`]([^"'`]+)["'`]/g

/** Matches setups that register components whose names only the running deck knows. */
const REGISTERS_OTHERS_RE = /\.component\(\s*[^\s"'`)]|\.use\(/

const SCRIPT_RE = /\.(?:[cm]?[jt]sx?|vue)$/

/** Components that Slidev's own application registers. */
const SLIDEV_COMPONENTS: readonly string[] = ['RouterLink', 'RouterView']

/** Folder of this addon, whose setups register only components of Slidev. */
const OWN_ROOT = PACKAGE_ROOT.replaceAll('\\', '/')

/** Record of the components that a deck uses and registers. */
export interface ComponentRecord {
  /** Reads a compiled module. */
  note: (code: string, id: string) => void
  /** Lists a warning for each component that does not exist; none where a setup may register any. */
  listUnknown: () => string[]
}

/** Creates an empty record. */
export function createComponentRecord(deck: NamedDeck): ComponentRecord {
  /** Names of components with the slides that use them. */
  const unresolved = new Map<string, Set<number>>()
  const registered = new Set(SLIDEV_COMPONENTS)
  let registersOthers = false
  const isOfDeck = (id: string): boolean =>
    SCRIPT_RE.test(id) &&
    !id.startsWith(OWN_ROOT) &&
    deck.roots.some((root) => id.startsWith(root) && !id.includes('/node_modules/', root.length))
  return {
    note: (code, id) => {
      const number = SLIDE_SCRIPT_RE.exec(id)?.[1]
      if (number !== undefined) {
        for (const [, name = ''] of code.matchAll(UNRESOLVED_RE)) {
          unresolved.set(name, (unresolved.get(name) ?? new Set()).add(Number(number)))
        }
      } else if (isOfDeck(id)) {
        registersOthers ||= REGISTERS_OTHERS_RE.test(code)
      }
      for (const [, name = ''] of code.matchAll(REGISTERED_RE)) {
        registered.add(name)
      }
    },
    listUnknown: () => {
      const known = [...listComponents(deck), ...registered]
      return registersOthers
        ? []
        : [...unresolved]
            .filter(([name]) => !known.some((each) => isSame(each, name)))
            .flatMap(([name, slides]) => describeComponent(deck, name, slides, known))
    },
  }
}

function describeComponent(
  deck: NamedDeck,
  name: string,
  slides: ReadonlySet<number>,
  known: readonly string[],
): string[] {
  const [first = 1] = slides
  const slide = deck.slides[first - 1]
  // A custom element of HTML has a hyphen, and may be defined by any script.
  if (!slide || (name.includes('-') && !suggestName(toPascal(name), known))) {
    return []
  }
  const more = slides.size > 1 ? `, on ${slides.size} slides` : ''
  const tag = new RegExp(String.raw`<${name}(?![\w-])`)
  return [
    warn(
      deck,
      slide,
      findLine(slide, (line) => tag.test(line)),
      {
        seen: `there is no component <${name}>, and the browser draws nothing for it${more}`,
        expected: 'a component of Slidev, of the theme, of an addon or of components/',
        fix: suggest(toPascal(name), known, 'Correct the name, or write &lt; where "<" is text.'),
      },
    ),
  ]
}

/** Lists the components that Slidev finds by their file names. */
function listComponents({ clientRoot, roots }: NamedDeck): string[] {
  return [join(clientRoot, 'builtin'), ...roots.map((root) => join(root, 'components'))].flatMap(
    (folder) => {
      try {
        return readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((path) => /\.(?:vue|md|[jt]sx?)$/.test(path))
          .map((path) => basename(path).replace(/\.\w+$/, ''))
      } catch {
        return []
      }
    },
  )
}

function toPascal(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Whether two spellings name the same component: `my-chart` and `MyChart`. */
function isSame(one: string, other: string): boolean {
  const plain = (name: string): string => name.replaceAll('-', '').toLowerCase()
  return plain(one) === plain(other)
}

import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

import { isPublicNote } from '../deck/public-notes.ts'

/** Matches the module of a slide's frontmatter. */
const MODULE_RE = /__slidev_(\d+)\.frontmatter$/

/** Matches the line that holds the frontmatter. */
const DATA_RE = /^export const frontmatterData = (\{.*\})$/m

/** Matches the line with Slidev's own facts of the slide. */
const FACTS_RE = /^ *\.\.\.\(\{.*\}\),$/m

/** Keys whose value Slidev's layouts take for an image. */
const IMAGE_KEYS: ReadonlySet<string> = new Set(['image', 'background', 'backgroundImage'])

/**
 * Completes the frontmatter in the deck: images beside the slide's file become files of the site, as in its text, and
 * `lectern:`, which would become an attribute of the slide without a meaning, is left out. In a site with notes, their
 * text is there as well, for the overview that counts its words. Notes that the author made public are marked.
 */
export function completeFrontmatter({
  data,
  mode,
  withoutNotes,
}: Pick<ResolvedSlidevOptions, 'data' | 'mode' | 'withoutNotes'>): Plugin {
  const hasNotes = mode === 'build' && !withoutNotes
  return {
    name: 'lectern:frontmatter',
    transform: {
      filter: { id: MODULE_RE },
      handler(code, id) {
        const slide = data.slides[Number(MODULE_RE.exec(id)?.[1]) - 1]
        const written = slide
          ? writeFrontmatter(code, dirname(slide.source.filepath), {
              ...(hasNotes && slide.note ? { note: slide.note } : {}),
              ...(isPublicNote(slide.source.frontmatter, isPublicDeck(data))
                ? { isNotePublic: true }
                : {}),
            })
          : code
        return written === code ? undefined : { code: written, map: null }
      },
    },
  }
}

/**
 * Rewrites the module of a slide's frontmatter.
 *
 * @param folder - Folder of the slide's file.
 * @param facts - Further facts of the slide.
 */
export function writeFrontmatter(
  code: string,
  folder: string,
  facts: Readonly<Record<string, unknown>> = {},
): string {
  const imports: string[] = []
  const written = code.replace(DATA_RE, (_, json: string) => {
    const declared: Record<string, unknown> = JSON.parse(json)
    const entries = Object.entries(declared)
      .filter(([key]) => key !== 'lectern')
      .map(([key, value]) => {
        const file = IMAGE_KEYS.has(key) ? findBeside(folder, value) : undefined
        if (file === undefined) {
          return `${JSON.stringify(key)}: ${JSON.stringify(value)}`
        }
        const name = `lecternImage${imports.length}`
        imports.push(`import ${name} from ${JSON.stringify(`${file}?no-inline`)}`)
        // Slidev's layouts put the base path before an address that begins with a slash.
        return `${JSON.stringify(key)}: ${name}.slice(import.meta.env.BASE_URL.length - 1)`
      })
    return `export const frontmatterData = {${entries.join(', ')}}`
  })
  const added = Object.entries(facts).map(([key, value]) => ` ${key}: ${JSON.stringify(value)},`)
  const complete = written.replace(FACTS_RE, (own) => own + added.join(''))
  return [...imports, complete].join('\n')
}

/** Whether the headmatter makes notes public; `setup/preparser.ts` has completed its settings. */
function isPublicDeck({ headmatter }: ResolvedSlidevOptions['data']): boolean {
  return isPublicNote(headmatter, false)
}

/** Returns the path of a file that is named relative to a folder; `undefined` where there is none. */
function findBeside(folder: string, value: unknown): string | undefined {
  const path = typeof value === 'string' && /^\.\.?\//.test(value) ? resolve(folder, value) : ''
  return path !== '' && existsSync(path) ? path.replaceAll('\\', '/') : undefined
}

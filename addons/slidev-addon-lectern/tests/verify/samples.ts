import { join } from 'node:path'

import { buildDeck } from '../../deck/build-deck.ts'
import { PACKAGE_ROOT } from '../../deck/package-root.ts'
import { readDeck } from '../../deck/read-deck.ts'
import { printDeck } from '../../print/print-deck.ts'
import type { PrintOptions, PrintSource } from '../../print/print-deck.ts'
import { printHandout } from '../../print/print-handout.ts'
import { copyFixture, copyProject, makeFolder, ROOT } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { drawImages } from '../harness/test-images.ts'

/** Decks to print: each name with a copy of it, or the folder of its own. */
const DECKS: Readonly<Record<string, () => Promise<TemporaryFolder>>> = {
  talk: async () => ({ path: ROOT, remove: () => {} }),
  // The author's own file, whose images are not in the repository.
  seed: async () => {
    const copy = copyProject('seed')
    await drawImages(copy.path)
    return copy
  },
  example: async () => ({ path: join(PACKAGE_ROOT, 'example'), remove: () => {} }),
  accessible: async () => copyFixture('accessible'),
}

/** Kinds of PDFs of a deck: each ending of a name with its options. */
const VARIANTS: Readonly<Record<string, Partial<PrintOptions>>> = {
  '': {},
  '-clicks': { hasEveryClick: true },
  '-dark': { isDark: true },
  '-archive': { isArchive: true },
}

/**
 * Prints each of the decks, and of the talk also the handout and all variants.
 *
 * @param folder - Where the PDFs go.
 * @param log - Gets a line for each deck.
 * @returns Paths of the PDFs.
 */
export async function printSamples(folder: string, log: (line: string) => void): Promise<string[]> {
  const files: string[] = []
  for (const [name, prepare] of Object.entries(DECKS)) {
    log(`Printing ${name}`)
    const deck = await prepare()
    const site = makeFolder()
    try {
      const entry = join(deck.path, 'slides.md')
      await buildDeck(await readDeck(entry), site.path)
      files.push(...(await printSite(name, { entry, site: site.path, log: () => {} }, folder)))
    } finally {
      deck.remove()
      site.remove()
    }
  }
  return files
}

/** Prints a built deck, and returns the paths of its PDFs. */
async function printSite(name: string, source: PrintSource, folder: string): Promise<string[]> {
  const isTalk = name === 'talk'
  const files: string[] = []
  for (const [ending, options] of Object.entries(isTalk ? VARIANTS : { '': {} })) {
    const output = join(folder, `${name}${ending}.pdf`)
    await printDeck({ ...source, ...options, output })
    files.push(output)
  }
  if (isTalk) {
    const output = join(folder, `${name}-handout.pdf`)
    await printHandout({ ...source, output })
    files.push(output)
  }
  return files
}

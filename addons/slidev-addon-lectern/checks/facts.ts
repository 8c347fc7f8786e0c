import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { loadVite } from '../deck/load-vite.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { quote } from '../page/observation.ts'
import { findStatements } from './facts/fact.ts'
import type { Fact, Statement } from './facts/fact.ts'
import { formatLike, isRounded } from './facts/number.ts'
import { listTexts } from './facts/texts.ts'
import type { SlideText } from './facts/texts.ts'
import type { SlideFinding } from './finding.ts'

/** Module beside a deck whose default export lists the numbers of its data. A deck need not have one. */
export const FACTS_FILE = 'figures/facts.ts'

/**
 * Finds numbers on slides, in notes and in alternative texts that contradict the facts of the deck's
 * {@link FACTS_FILE}. Without that file nothing is checked.
 *
 * @throws {Error} naming the file if it does not load or does not list facts.
 */
export async function inspectFacts(deck: DeckModel): Promise<SlideFinding[]> {
  return existsSync(join(deck.folder, FACTS_FILE)) ? compareFacts(deck, await loadFacts(deck)) : []
}

/** Finds numbers that contradict given facts. */
export function compareFacts({ slides }: DeckModel, facts: readonly Fact[]): SlideFinding[] {
  return slides.flatMap(listTexts).flatMap((text) =>
    facts
      .filter(({ image }) => image === text.image)
      .flatMap((fact) =>
        findStatements(fact, text.text)
          .filter((statement) => !isRight(statement))
          .map((statement) => toFinding(text, fact, statement)),
      ),
  )
}

function isRight({ value, isAbout, right }: Statement): boolean {
  return right.some((exact) => exact === value || (isAbout && isRounded(value, exact)))
}

const SPEAKERS: Readonly<Record<SlideText['kind'], string>> = {
  text: 'the slide says',
  note: 'the note says',
  alt: 'the alternative text says',
}

function toFinding(
  { slide, kind, lineAt }: SlideText,
  { quantity, source }: Fact,
  { typed, right, phrase, index }: Statement,
): SlideFinding {
  const wanted = right.map((value) => formatLike(value, typed)).join(' or ')
  return {
    check: 'facts',
    slide: slide.number,
    file: slide.file,
    line: lineAt(index),
    seen: `${SPEAKERS[kind]} ${typed} in ${quote(phrase)}`,
    expected: `${wanted} (${quantity}), by ${source}`,
    fix:
      `Write ${wanted}, or correct the data that ${FACTS_FILE} lists. If the number is about something else, ` +
      "allow it in the slide's frontmatter: `doctor: { allow: [facts] }`.",
  }
}

/** Loads the facts with the deck's own Vite, because they may be TypeScript and import JSON. */
async function loadFacts({ folder, file: entry }: DeckModel): Promise<readonly Fact[]> {
  const path = join(folder, FACTS_FILE)
  const file = join(dirname(entry), FACTS_FILE).replaceAll('\\', '/')
  const { runnerImport } = await loadVite(folder)
  const facts = await runnerImport<{ default?: unknown }>(path, {
    root: folder,
    configFile: false,
    logLevel: 'silent',
  }).then(
    ({ module }) => module.default,
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`${file} does not load: ${reason}`, { cause: error })
    },
  )
  if (!isFacts(facts)) {
    throw new Error(
      `${file} does not list facts. Its default export must be a list of { quantity, says, values, source }.`,
    )
  }
  return facts
}

function isFacts(value: unknown): value is readonly Fact[] {
  return (
    Array.isArray(value) &&
    value.every((fact: unknown) => {
      const { quantity, says, values, source } = Object(fact)
      return (
        typeof quantity === 'string' &&
        typeof source === 'string' &&
        (typeof says === 'string' || Array.isArray(says)) &&
        Array.isArray(values)
      )
    })
  )
}

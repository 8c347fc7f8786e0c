import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'

import { runnerImport } from 'vite'

import type { DeckModel } from '../deck/read-deck.ts'
import { quote } from '../page/observation.ts'
import { findSaid } from './facts/fact.ts'
import type { Fact, SaidNumber } from './facts/fact.ts'
import { formatLike, isRounded } from './facts/number.ts'
import { listTexts } from './facts/texts.ts'
import type { SlideText } from './facts/texts.ts'
import type { Finding } from './finding.ts'

/** The module beside a deck whose default export lists its facts. */
export const FACTS_FILE = 'figures/facts.ts'

/**
 * Numbers on slides, in notes and alternative texts that contradict the deck's data: the same quantity with
 * another value. A deck without a {@link FACTS_FILE} has none.
 *
 * @throws {Error} naming the file when it does not load or lists something else than facts.
 */
export async function inspectFacts(deck: DeckModel): Promise<Finding[]> {
  const path = join(deck.folder, FACTS_FILE)
  return existsSync(path) ? compareFacts(deck, await loadFacts(path)) : []
}

/** The findings of {@link inspectFacts} for facts that are known. */
export function compareFacts({ slides }: DeckModel, facts: readonly Fact[]): Finding[] {
  return slides.flatMap(listTexts).flatMap((text) =>
    facts
      .filter(({ image }) => image === text.image)
      .flatMap((fact) =>
        findSaid(fact, text.text)
          .filter((said) => !isRight(said))
          .map((said) => toFinding(text, fact, said)),
      ),
  )
}

function isRight({ value, isAbout, right }: SaidNumber): boolean {
  return right.some((exact) => exact === value || (isAbout && isRounded(value, exact)))
}

const WHERE: Readonly<Record<SlideText['kind'], string>> = {
  text: 'the slide says',
  note: 'the note says',
  alt: 'the alternative text says',
}

function toFinding(
  { slide, kind, lineAt }: SlideText,
  { quantity, source }: Fact,
  { typed, right, phrase, index }: SaidNumber,
): Finding {
  const wanted = right.map((value) => formatLike(value, typed)).join(' or ')
  return {
    check: 'facts',
    slide: slide.number,
    file: slide.file,
    line: lineAt(index),
    seen: `${WHERE[kind]} ${typed} in ${quote(phrase)}`,
    expected: `${wanted} (${quantity}), by ${source}`,
    fix:
      `Write ${wanted}, or correct the data if they are wrong. A number of something else is allowed by ` +
      '`doctor: { allow: [facts] }` in the frontmatter of the slide.',
  }
}

async function loadFacts(path: string): Promise<readonly Fact[]> {
  const file = relative(process.cwd(), path)
  try {
    const { module } = await runnerImport<{ default?: unknown }>(path, {
      configFile: false,
      logLevel: 'silent',
    })
    if (isFacts(module.default)) {
      return module.default
    }
  } catch (error) {
    throw new Error(
      `${file} does not load: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    )
  }
  throw new Error(
    `${file} has no list of facts. Let its default export be a list of { quantity, says, values, source }.`,
  )
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

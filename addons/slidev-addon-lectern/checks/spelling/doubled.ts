/** Matches a word that is never meant twice in a row: "the the". */
const DOUBLED_RE =
  /(?<![\p{L}\p{N}'*_.-])(?<word>a|an|and|are|as|at|be|by|for|from|of|or|our|than|the|their|this|to|was|we|were|with|your)\s+\k<word>(?![\p{L}\p{N}'*_-])/giu

/** A word written twice. */
export interface DoubledWord {
  seen: string
  word: string
  /** 0-based line of the prose. */
  line: number
}

/** Finds the words that a prose, as `keepProse` returns it, has twice in a row. */
export function findDoubled(prose: string): DoubledWord[] {
  const doubled: DoubledWord[] = []
  let end = 0
  let line = 0
  for (const { 0: found, index, groups } of prose.matchAll(DOUBLED_RE)) {
    line += countBreaks(prose.slice(end, index))
    end = index
    if (!/\n\s*\n/.test(found)) {
      doubled.push({ seen: found.replaceAll(/\s+/g, ' '), word: groups?.['word'] ?? '', line })
    }
  }
  return doubled
}

function countBreaks(text: string): number {
  return text.split('\n').length - 1
}

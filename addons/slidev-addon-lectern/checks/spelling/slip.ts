/** Least lengths of a word for each slip: shorter words are often names or abbreviations. */
const LEAST = { swapped: 5, missing: 6, extra: 7, vowel: 7 }
const VOWEL_RE = /[aeiouy]/

/**
 * Tells whether a word is a plain English one with a slip: two letters swapped, a letter missing or too much, or one
 * vowel for another. The first letter is right, as in most slips.
 *
 * @param word - In lower case.
 * @param correction - A known word at an edit distance of 1.
 */
export function isSlip(word: string, correction: string): boolean {
  if (!/^[a-z]+$/.test(correction) || word.charAt(0) !== correction.charAt(0)) {
    return false
  }
  const start = commonStart(word, correction)
  const excess = word.length - correction.length
  if (excess !== 0) {
    return word.length >= (excess < 0 ? LEAST.missing : LEAST.extra)
  }
  const isSwapped = word.slice(start + 2) === correction.slice(start + 2)
  const areVowels = [word, correction].every((each) => VOWEL_RE.test(each.charAt(start)))
  return word.charAt(start + 1) === correction.charAt(start) && isSwapped
    ? word.length >= LEAST.swapped
    : areVowels && word.length >= LEAST.vowel
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one.charAt(length) === other.charAt(length)) {
    length += 1
  }
  return length
}

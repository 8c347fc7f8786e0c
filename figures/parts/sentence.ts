/** Joins words as in a sentence: `a, b and c`. */
export function joinWords(
  words: readonly string[],
  last: 'and' | 'and then' | 'or' = 'and',
): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** Makes one line of a text that the drawing breaks into several. */
export function oneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}

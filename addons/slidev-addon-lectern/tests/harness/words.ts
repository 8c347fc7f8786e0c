/** Returns the words of a text, as the same text has them however it is set: letters and digits alone. */
export function listWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replaceAll('\u00AD', '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

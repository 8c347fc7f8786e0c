/** Matches code, addresses and names of components, whose words are the author's own. */
const CODE_RE = [
  /^[^\S\n]*(?<fence>`{3,}|~{3,})[\s\S]*?(?:^[^\S\n]*\k<fence>|(?![\s\S]))/,
  /(?<!`)(?<ticks>`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\k<ticks>(?!`)/,
  /(?:https?:\/\/|www\.)[^\s<>()[\]"']+/,
  /<\/?[A-Z][\w.-]*|<<<.*/,
]
/** Matches a single word that is introduced: *word*, "word", <abbr>word</abbr>. */
const INTRODUCED_RE = [
  /(?<![\p{L}*_])[*_][\p{L}'’-]+[*_](?![\p{L}*_])/u,
  /(?<!=)"[\p{L}'’-]+"(?!\s*\))|[“„«‘][\p{L}'’-]+[”“»’]/u,
  /<(?<element>abbr|cite|dfn|em|i|q)\b[^<>]*>[\p{L}'’-]+<\/\k<element>>/u,
]
const OWN_RE = new RegExp(
  [...CODE_RE, ...INTRODUCED_RE].map(({ source }) => source).join('|'),
  'gmu',
)
/** Matches a word of an identifier: `parseURLParts`. */
const PART_RE = /\p{Lu}?[\p{Ll}']+|\p{Lu}+(?!\p{Ll})/gu

/**
 * Lists the words, in lower case, that a deck has in its code, addresses and names of components, or that it introduces
 * with emphasis or quotation marks.
 *
 * @param texts - Markdown of its slides and notes.
 */
export function listOwnWords(texts: readonly string[]): Set<string> {
  return new Set(
    (texts.join('\n\n').match(OWN_RE) ?? []).flatMap((own) =>
      [...(own.match(PART_RE) ?? []), ...(own.match(/\p{L}+/gu) ?? [])].map((word) =>
        word.toLowerCase(),
      ),
    ),
  )
}

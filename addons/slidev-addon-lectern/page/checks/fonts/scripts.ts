/** Characters that one font usually has, and the package with such a font. */
interface Script {
  name: string
  pattern: RegExp
  /** Name below `@fontsource/`. */
  font: string
}

/** The first one that matches counts: a family of emoji has pictures, and a Japanese word has kana. */
const SCRIPTS: readonly Script[] = [
  {
    name: 'emoji',
    pattern: /\p{Emoji_Presentation}|[\u{1F000}-\u{1FAFF}]|[\uFE0F\u20E3]/u,
    font: 'noto-color-emoji',
  },
  { name: 'Korean', pattern: /\p{Script=Hangul}/u, font: 'noto-sans-kr' },
  {
    name: 'Japanese',
    pattern: /\p{Script=Hiragana}|\p{Script=Katakana}/u,
    font: 'noto-sans-jp',
  },
  { name: 'Chinese', pattern: /\p{Script=Han}/u, font: 'noto-sans-sc' },
  { name: 'Devanagari', pattern: /\p{Script=Devanagari}/u, font: 'noto-sans-devanagari' },
  { name: 'Thai', pattern: /\p{Script=Thai}/u, font: 'noto-sans-thai' },
  { name: 'Arabic', pattern: /\p{Script=Arabic}/u, font: 'noto-sans-arabic' },
  { name: 'Hebrew', pattern: /\p{Script=Hebrew}/u, font: 'noto-sans-hebrew' },
  { name: 'Bengali', pattern: /\p{Script=Bengali}/u, font: 'noto-sans-bengali' },
  { name: 'Tamil', pattern: /\p{Script=Tamil}/u, font: 'noto-sans-tamil' },
  { name: 'mathematics', pattern: /\p{Sm}/u, font: 'noto-sans-math' },
  { name: 'symbols', pattern: /\p{S}/u, font: 'noto-sans-symbols-2' },
]

/** Returns the name of a character's script; empty for one that is not listed here. */
export function scriptOf(character: string): string {
  return SCRIPTS.find(({ pattern }) => pattern.test(character))?.name ?? ''
}

/** Returns the npm package of a font for a script; `undefined` where none is known. */
export function fontPackageOf(script: string): string | undefined {
  const font = SCRIPTS.find(({ name }) => name === script)?.font
  return font === undefined ? undefined : `@fontsource/${font}`
}

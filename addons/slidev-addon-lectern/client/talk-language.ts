/** Returns the language of the talk. The words that Lectern puts around it are English. */
export function readTalkLanguage(): string {
  return document.documentElement.lang
}

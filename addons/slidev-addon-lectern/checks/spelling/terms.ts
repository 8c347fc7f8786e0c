import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import rareWords from 'word-list'

/** Packages with the words of software, by the name after `@cspell/dict-`. */
const PACKAGES = ['software-terms', 'typescript', 'fullstack', 'data-science']
/** Names that slides about slides write in lower case, and abbreviations. */
const OWN = ['slidev', 'lectern', 'unocss', 'mins', 'secs']

const { resolve } = createRequire(import.meta.url)

/** Terms of software, in lower case. */
export const terms: ReadonlySet<string> = new Set([...PACKAGES.flatMap(readTerms), ...OWN])

/** Rare words and names of packages, in lower case. Unlike terms, words made of them are often mistakes. */
export const rarities: ReadonlySet<string> = new Set([
  ...readFileSync(rareWords, 'utf8').trim().split('\n'),
  ...readTerms('npm'),
])

/** Lists the words of a package, and the parts of names such as `focus-visible`. */
function readTerms(name: string): string[] {
  const folder = join(dirname(resolve(`@cspell/dict-${name}`)), 'dict')
  return readdirSync(folder)
    .filter((file) => /\.txt(?:\.gz)?$/.test(file))
    .flatMap((file) => parseTerms(readList(join(folder, file))))
}

function readList(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}

/** Parses a list of words; `#` begins a comment, `!` a word to refuse. */
function parseTerms(list: string): string[] {
  return list
    .toLowerCase()
    .replaceAll(/^[#!].*$/gm, '')
    .split(/[^a-z']+/)
    .filter(Boolean)
}

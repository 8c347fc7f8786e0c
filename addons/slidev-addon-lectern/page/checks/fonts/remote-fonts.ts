import { isForeign } from '../../../client/parse-url.ts'
import { listRequestedFamilies } from './google-fonts.ts'
import { unquote } from './missing-characters.ts'

/** Fonts that the page gets from other hosts. */
export interface RemoteFonts {
  /** Returns the address that a family is to come from; `undefined` for a family of the deck or the machine. */
  findSource: (family: string) => string | undefined
}

/** Lists the fonts that style sheets fetch from other hosts, whether or not these answer. */
export function listRemoteFonts(): RemoteFonts {
  const sheets = new Set<string>()
  const sources = new Map<string, string>()
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    sheets.add(href)
  }
  for (const rule of [...document.styleSheets].flatMap((sheet) => [...listRules(sheet)])) {
    if (rule instanceof CSSImportRule) {
      const base = rule.parentStyleSheet?.href ?? location.href
      sheets.add(URL.canParse(rule.href, base) ? new URL(rule.href, base).href : rule.href)
    } else if (rule instanceof CSSFontFaceRule) {
      const url = /url\("?(https?:[^")]+)/.exec(rule.style.getPropertyValue('src'))?.[1]
      const family = unquote(rule.style.getPropertyValue('font-family')).toLowerCase()
      if (url !== undefined && isForeign(url)) {
        sources.set(family, url)
      }
    }
  }
  const foreign = [...sheets].filter(isForeign)
  return {
    findSource: (family) =>
      sources.get(family.toLowerCase()) ?? foreign.find((href) => requests(href, family)),
  }
}

/** Returns the rules of a style sheet; none for one of another host, which a page may not read. */
function listRules(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules
  } catch {
    return []
  }
}

function requests(href: string, family: string): boolean {
  return listRequestedFamilies(href).some((each) => each.toLowerCase() === family.toLowerCase())
}

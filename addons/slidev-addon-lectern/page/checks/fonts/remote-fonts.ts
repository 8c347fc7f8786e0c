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
      sheets.add(new URL(rule.href, rule.parentStyleSheet?.href ?? location.href).href)
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
      sources.get(family.toLowerCase()) ?? foreign.find((href) => names(href, family)),
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

function isForeign(url: string): boolean {
  return new URL(url, location.href).origin !== location.origin
}

// https://fonts.googleapis.com/css2?family=Nunito+Sans:wght@200;400&family=Fira+Code:wght@200
function names(href: string, family: string): boolean {
  return new URL(href).searchParams
    .getAll('family')
    .flatMap((value) => value.split('|'))
    .some((value) => value.split(':')[0]?.toLowerCase() === family.toLowerCase())
}

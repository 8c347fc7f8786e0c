import { andMore, quote } from '../../observation.ts'
import type { Observation } from '../../observation.ts'
import { closestDrawn, queryDrawn } from '../../slide/drawn-tree.ts'

/** Color mode of the slides. */
type Mode = 'light' | 'dark'

/** Names of code themes by mode; a mode may have none. */
export type CodeThemes = { readonly [mode in Mode]?: string }

/**
 * Code themes without any token color below 4.5:1, and the background that they need: one as light, or as dark, or
 * more so. A test measures them.
 */
export const ADVISED_THEMES = {
  light: { name: 'github-light-high-contrast', background: '#f5f5f5' },
  dark: { name: 'github-dark-high-contrast', background: '#1b1b1b' },
} as const

/** Slidev's own themes, which both have colors below 4.5:1. */
const DEFAULT_THEMES = new Set(['vitesse-light', 'vitesse-dark'])

/**
 * Returns advice to change a mode's theme. It names those of both modes, because Slidev gives code no colors in a mode
 * that `themes` leaves out. One advised for the other mode, too, replaces Slidev's own: both modes have the same
 * advice.
 */
export function adviseThemes(mode: Mode, themes: CodeThemes): string {
  const [light, dark] = (['light', 'dark'] as const).map((each) => {
    const own = each === mode ? undefined : themes[each]
    return own === undefined || DEFAULT_THEMES.has(own) ? ADVISED_THEMES[each].name : own
  })
  return `Set \`themes: { light: '${light}', dark: '${dark}' }\` in setup/shiki.ts`
}

/** Returns the mode of the page. */
export function readMode(): Mode {
  return document.documentElement.classList.contains('dark') ? 'dark' : 'light'
}

/** Reads names of themes from the classes that Shiki writes: `shiki-themes vitesse-dark vitesse-light`. */
export function readThemes(element: Element): CodeThemes {
  const own = closestDrawn(element, 'pre.shiki')
  const block = own?.matches('.shiki-magic-move-container') ? undefined : own
  const pre = block ?? document.querySelector('pre.shiki-themes')
  if (!(pre instanceof HTMLElement)) {
    return {}
  }
  const classes = [...pre.classList]
  if (!classes.includes('shiki-themes')) {
    const theme = classes[classes.indexOf('shiki') + 1]
    return theme === undefined || theme.startsWith('slidev-') ? {} : { light: theme, dark: theme }
  }
  // The variables of the themes' colors are in the order of their names.
  const names = classes.slice(classes.indexOf('shiki-themes') + 1)
  const modes = Array.from(pre.style).flatMap((name) => /^--shiki-(\w+)$/.exec(name)?.[1] ?? [])
  return Object.fromEntries(
    modes.flatMap((mode, nth) => (names[nth] === undefined ? [] : [[mode, names[nth]]])),
  )
}

/** Finds code whose tokens have one color, because `themes` in setup/shiki.ts leaves out the mode. */
export function inspectCodeThemes(root: Element): Observation[] {
  const mode = readMode()
  const blocks = queryDrawn(root, 'pre.shiki').filter((block) => isUncolored(block, mode))
  const [first] = blocks
  if (!first) {
    return []
  }
  const [line = ''] = first.textContent.trim().split('\n')
  return [
    {
      hint: { text: line },
      seen: `the code ${quote(line)}${andMore(blocks.length - 1)} has one color, because \`themes\` in setup/shiki.ts has no \`${mode}\``,
      expected: 'a code theme for each mode',
      fix: `${adviseThemes(mode, readThemes(first))}.`,
      kind: `code without colors in ${mode} mode`,
      isDeckWide: true,
      severity: 'warning',
    },
  ]
}

/** Tells whether tokens have colors in the other mode, and in this one a single color that is no theme's. */
function isUncolored(block: Element, mode: Mode): boolean {
  const tokens = [...block.querySelectorAll<HTMLElement>('span[style*="--shiki-"]')]
  const declared = new Set(tokens.map((token) => token.getAttribute('style')))
  const drawn = new Set(tokens.map((token) => getComputedStyle(token).color))
  const hasTheme = tokens.some(({ style }) => style.getPropertyValue(`--shiki-${mode}`) !== '')
  return !hasTheme && declared.size > 1 && drawn.size === 1
}

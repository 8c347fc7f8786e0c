import type { ViteHotContext } from 'vite/types/hot.js'

import { captureSlide } from '../prerendered/capture-slide.ts'
import { findShownSlide } from '../prerendered/shown-slide.ts'
import { findSlidev, readSlideSize } from '../slidev-nav.ts'
import { SNAPSHOT_MESSAGE, STATE_META } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'

const FONT_FACE_RE = /@font-face\s*\{[^}]*\}/g

/** Sends the development server a copy of the first shown slide, for its next start. */
export function takeSnapshot(hot: Pick<ViteHotContext, 'send'>): void {
  const state = document.querySelector<HTMLMetaElement>(`meta[name=${STATE_META}]`)?.content
  const number = Number(findShownSlide()?.dataset['slidevNo'])
  // Only at the slide's first step; `/` is the first slide.
  const name = location.pathname.slice(import.meta.env.BASE_URL.length) || '1'
  if (state === undefined || name !== String(number) || location.search !== '') {
    return
  }
  const { html, bodyStyle } = captureSlide(number, [], () => [])
  const css = [...document.querySelectorAll('style')].map(({ textContent }) => textContent).join('')
  const snapshot: Snapshot = {
    slide: number,
    state,
    html,
    css: css.replace(FONT_FACE_RE, ''),
    fontCss: (css.match(FONT_FACE_RE) ?? []).join(''),
    bodyStyle,
    colorSchema: findSlidev().configs.colorSchema,
    ...readSlideSize(),
  }
  hot.send(SNAPSHOT_MESSAGE, snapshot)
}

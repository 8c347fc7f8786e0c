import { existsSync } from 'node:fs'

import { findFigures, nameOfImage } from '../../deck/figure-places.ts'
import { readFigureRecord } from '../../deck/figure-record.ts'
import { warn } from './name-warning.ts'
import type { NamedDeck } from './name-warning.ts'

/** Matches an image whose figure shall come in steps, and its address. */
const IMAGE_RE = /!\[[^\]]*\]\(([^)\s]+)[^)]*\)\{[^}]*\bsteps\b[^}]*\}/g
const TAG_RE = /<img\b(?=[^>]*\ssteps[\s/>=])[^>]*?\ssrc=["']([^"']+)["'][^>]*>/g

const FENCE_RE = /^\s*(?:```|~~~)/

/** Lists a warning for each image that is asked for steps and has none, so that no click would do anything. */
export function listIdleSteps(deck: NamedDeck): string[] {
  const places = findFigures(deck.userRoot)
  const record = readFigureRecord(places.record)
  return deck.slides.flatMap((slide) => {
    let isCode = false
    return slide.source.raw.split('\n').flatMap((text, index) => {
      isCode = FENCE_RE.test(text) !== isCode
      return isCode ? [] : listAddresses(text).flatMap((address) => describe(address, index))
    })

    function describe(address: string, index: number): string[] {
      const name = nameOfImage(address) ?? ''
      if (record[name]?.steps) {
        return []
      }
      const isFigure = existsSync(places.componentOf(name))
      return [
        warn(deck, slide, slide.source.start + index + 1, {
          seen: `${address} is asked for steps, and has none`,
          expected:
            'an image that was drawn from a figure with parts that carry data-step="1" and so on',
          fix: isFigure
            ? `Mark the parts of figures/${name} and draw it with "lectern figures ${name}", or leave out "steps".`
            : 'Leave out "steps", or show the parts as images of their own with v-click.',
        }),
      ]
    }
  })
}

function listAddresses(text: string): string[] {
  return [IMAGE_RE, TAG_RE].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ([, address = '']) => address),
  )
}

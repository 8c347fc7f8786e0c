import { expect, it } from 'vitest'

import { fitCard } from '../../../client/figures/fit-card.ts'

const BOX = { width: 400, height: 300 }
const CARD = { width: 800, height: 400 }

it.each([
  ['contain', '50% 50%', { scaleX: 0.5, scaleY: 0.5, left: 0, top: 50 }],
  ['contain', '0% 0%', { scaleX: 0.5, scaleY: 0.5, left: 0, top: 0 }],
  ['contain', '0px 100%', { scaleX: 0.5, scaleY: 0.5, left: 0, top: 100 }],
  ['cover', '50% 50%', { scaleX: 0.75, scaleY: 0.75, left: -100, top: 0 }],
  ['cover', '8px 0px', { scaleX: 0.75, scaleY: 0.75, left: 8, top: 0 }],
  ['fill', '50% 50%', { scaleX: 0.5, scaleY: 0.75, left: 0, top: 0 }],
  ['scale-down', '50% 50%', { scaleX: 0.5, scaleY: 0.5, left: 0, top: 50 }],
  ['none', '50% 50%', { scaleX: 0.5, scaleY: 0.5, left: 0, top: 50 }],
  ['contain', 'calc(50% - 3px) calc(50% + 1px)', { scaleX: 0.5, scaleY: 0.5, left: 0, top: 50 }],
])('places a card with object-fit %s at %s as an image of its shape', (fit, position, place) => {
  expect(fitCard(BOX, CARD, fit, position)).toEqual(place)
})

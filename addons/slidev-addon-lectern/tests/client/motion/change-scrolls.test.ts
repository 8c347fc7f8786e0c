// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { changeScrolls } from '../../../client/motion/change-scrolls.ts'

it('changes the options of a scroll that has some, and no other', () => {
  const asked: unknown[] = []
  Element.prototype.scrollIntoView = (...given: unknown[]) => asked.push(...given)
  changeScrolls(['scrollIntoView'], { behavior: 'instant' })
  changeScrolls(['scrollIntoView'], { container: 'nearest' })
  document.body.scrollIntoView({ behavior: 'smooth', block: 'center' })
  document.body.scrollIntoView(false)
  expect(asked).toEqual([{ behavior: 'instant', block: 'center', container: 'nearest' }, false])
})

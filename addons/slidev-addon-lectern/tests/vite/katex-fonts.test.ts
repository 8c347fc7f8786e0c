import { expect, it } from 'vitest'

import { dropOldSources } from '../../vite/katex-fonts.ts'

it('keeps the WOFF2 of a typeface alone', () => {
  expect(
    dropOldSources(
      '@font-face{src:url(fonts/A.woff2) format("woff2"),url(fonts/A.woff) format("woff"), url(fonts/A.ttf) format("truetype")}',
    ),
  ).toBe('@font-face{src:url(fonts/A.woff2) format("woff2")}')
})

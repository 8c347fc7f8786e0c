import { describe, expect, it } from 'vitest'

import { isGeneric } from '../../../../page/checks/images/alternative-text.ts'

describe('an alternative text that says nothing', () => {
  it.each([
    'chart.png',
    'figures/chart.webp',
    'IMG_1234',
    'img',
    'image 1',
    'image1',
    'Screenshot 2024-05-01 at 10.22.31',
    'screen shot',
    'photo-2',
    'DSC_0042',
    'Untitled',
    'figure',
    'Fig. 3',
    'chart',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  ])('is %s', (alt) => {
    expect(isGeneric(alt)).toBe(true)
  })

  it.each([
    'Jane Doe',
    'jane-doe',
    'anthony-fu',
    'Llama 3',
    'GPT-4.5',
    'a chart of four bars',
    'Image classification',
    'Photosynthesis',
    'what chart.png shows',
    'Node.js logo',
    'decade',
    '數據',
  ])('is not %s, even if the file is called so', (alt) => {
    expect(isGeneric(alt)).toBe(false)
  })
})

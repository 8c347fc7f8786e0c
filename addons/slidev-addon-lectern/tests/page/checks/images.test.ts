import { describe, expect, it } from 'vitest'

import { isFileName } from '../../../page/checks/images.ts'

describe('isFileName', () => {
  it.each([
    ['chart.png', 'chart.png'],
    ['Chart', 'chart.png'],
    ['llama3 size', 'llama3-size.png'],
    ['Llama3_Size', 'llama3-size.svg'],
    ['MMLU date', 'MMLU-date.png?v=2'],
    ['llama3-size', 'llama3-size-B2xk_9Az.png'],
    ['other.jpeg', 'chart.png'],
    ['figures/chart.webp', 'x.webp'],
    ['數據', '數據.png'],
  ])('is true for “%s” of %s', (alt, file) => {
    expect(isFileName(alt, file)).toBe(true)
  })

  it.each([
    ['A chart of the sizes of Llama 3', 'llama3-size.png'],
    ['Llama 3 size by year', 'llama3-size.png'],
    ['what chart.png shows', 'chart.png'],
    ['GPT-4.5', 'chart.png'],
    ['Meta', ''],
    ['Attention', 'attention-overview.png'],
  ])('is false for “%s” of %s', (alt, file) => {
    expect(isFileName(alt, file)).toBe(false)
  })
})

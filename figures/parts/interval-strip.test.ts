import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'

import { cropAxis, listTicks, placeOn } from './interval-strip.ts'
import IntervalStrip from './IntervalStrip.vue'

const AXIS = { low: 40, high: 100 }

describe('the axis', () => {
  it.each([
    [[{ value: 72.6, interval: [65.8, 79.4] as const }, { value: 40.2 }], { low: 40, high: 80 }],
    [
      [{ value: 100, interval: [100, 100] as const }, undefined, { value: 87.6 }],
      { low: 80, high: 100 },
    ],
    [[{ value: 8.2, interval: [6.9, 9.5] as const }], { low: 0, high: 10 }],
    [
      [
        { value: 60.4, interval: [58.1, 62.7] as const },
        { value: 90.2, interval: [88.8, 91.6] as const },
      ],
      { low: 55, high: 95 },
    ],
  ])('is cropped to the fives or tens around %j', (dots, axis) => {
    expect(cropAxis(dots)).toEqual(axis)
  })

  it('has ticks at its ends and its middle', () => {
    expect(listTicks({ low: 30, high: 100 })).toEqual([30, 65, 100])
  })

  it.each([
    [40, 0],
    [70, 50],
    [92.3, 87.17],
  ])('places %f at %f %%', (value, percent) => {
    expect(placeOn(AXIS, value)).toBe(percent)
  })
})

describe('the strip', () => {
  it('has a mark at the value and a band over the interval', () => {
    const dot = { value: 70, interval: [55, 88] as const }
    const wrapper = mount(IntervalStrip, { props: { axis: AXIS, dot } })
    expect(wrapper.get('.dot').attributes('style')).toBe('left: 50%;')
    expect(wrapper.get('.interval').attributes('style')).toBe('left: 25%; right: 20%;')
    expect(wrapper.text()).toBe('')
  })

  it('has a dot alone without an interval', () => {
    const wrapper = mount(IntervalStrip, { props: { axis: AXIS, dot: { value: 70 } } })
    expect(wrapper.get('.dot').classes()).not.toContain('narrow')
    expect(wrapper.find('.interval').exists()).toBe(false)
  })

  it('has no band for an interval of no length', () => {
    const dot = { value: 100, interval: [100, 100] as const }
    const wrapper = mount(IntervalStrip, { props: { axis: AXIS, dot } })
    expect(wrapper.get('.dot').attributes('style')).toBe('left: 100%;')
    expect(wrapper.find('.interval').exists()).toBe(false)
  })

  it('labels the ticks where it has no dot', () => {
    const wrapper = mount(IntervalStrip, { props: { axis: AXIS } })
    expect(wrapper.findAll('.tick').map((tick) => [tick.text(), tick.attributes('style')])).toEqual(
      [
        ['40', 'left: 0%;'],
        ['70', 'left: 50%;'],
        ['100', 'left: 100%;'],
      ],
    )
  })
})

import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import ValueStrip from './ValueStrip.vue'

it('draws the value as a bar without a whisker', () => {
  const wrapper = mount(ValueStrip, { props: { strip: { value: 0.125 } } })
  expect(wrapper.get('.bar').attributes('style')).toBe('width: 12.5%;')
  expect(wrapper.find('.whisker').exists()).toBe(false)
  expect(wrapper.classes()).not.toContain('thin')
})

it('spans the interval with a whisker', () => {
  const wrapper = mount(ValueStrip, {
    props: { strip: { value: 0.5, interval: [0.4, 0.65] as const } },
  })
  expect(wrapper.get('.whisker').attributes('style')).toBe(
    'left: calc(40% - 0.5px); width: calc(25% + 1px);',
  )
})

it('draws no whisker for an interval of no length', () => {
  const wrapper = mount(ValueStrip, { props: { strip: { value: 1, interval: [1, 1] as const } } })
  expect(wrapper.find('.whisker').exists()).toBe(false)
  expect(wrapper.classes()).toContain('thin')
})

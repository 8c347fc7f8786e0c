import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import ValueStrip from './ValueStrip.vue'

it('draws the value as a bar', () => {
  const wrapper = mount(ValueStrip, { props: { strip: { value: 0.125 } } })
  expect(wrapper.get('.bar').attributes('style')).toBe('width: 12.5%;')
})

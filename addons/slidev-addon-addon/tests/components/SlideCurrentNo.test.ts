// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'

import SlideCurrentNo from '../../components/SlideCurrentNo.vue'

// The component stands on slide 12 while slide 30 is presented, as in the overview.
const context = {
  $nav: ref({ total: 46, currentPage: 30 }),
  $page: ref(12),
  $renderContext: ref('slide'),
  $route: { no: 12 } as { no: number } | undefined,
}

vi.mock('@slidev/client', () => ({ useSlideContext: () => context }))

beforeEach(() => {
  context.$nav.value = { total: 46, currentPage: 30 }
  context.$page.value = 12
  context.$renderContext.value = 'slide'
  context.$route = { no: 12 }
})

it('shows the number of the slide it stands on', () => {
  expect(mount(SlideCurrentNo).text()).toBe('12')
})

it.each([
  ['12 / 46', true],
  ['12 / 46', ''],
  ['12', false],
])('shows %j where total is %j', (text, total) => {
  // An attribute without value arrives as an empty string; Vue's props make it a boolean.
  const wrapper = mount({
    components: { SlideCurrentNo },
    template: total === '' ? '<SlideCurrentNo total />' : `<SlideCurrentNo :total="${total}" />`,
  })
  expect(wrapper.text()).toBe(text)
})

it('shows in a global layer the number of the slide that the layer is drawn over', async () => {
  // In Slidev's print view the layer has no route, and its page is that of the first slide.
  context.$route = undefined
  context.$page.value = 1
  const wrapper = mount(SlideCurrentNo, { props: { total: true } })
  expect(wrapper.text()).toBe('30 / 46')
  context.$nav.value = { total: 46, currentPage: 31 }
  await nextTick()
  expect(wrapper.text()).toBe('31 / 46')
  expect(wrapper.attributes('aria-label')).toBe('Slide 31 of 46')
})

it('follows when its slide moves or the deck grows', async () => {
  const wrapper = mount(SlideCurrentNo, { props: { total: true } })
  context.$page.value = 13
  context.$nav.value = { total: 47, currentPage: 30 }
  await nextTick()
  expect(wrapper.text()).toBe('13 / 47')
  expect(wrapper.attributes('aria-label')).toBe('Slide 13 of 47')
})

it('tells a screen reader the number and the total, whether or not the slide shows the total', () => {
  for (const total of [true, false]) {
    const { role, ...attributes } = mount(SlideCurrentNo, { props: { total } }).attributes()
    expect(role).toBe('img')
    expect(attributes['aria-label']).toBe('Slide 12 of 46')
  }
})

it('is left to the page of a PDF, which has a number for readers already', () => {
  expect(mount(SlideCurrentNo).attributes('aria-hidden')).toBeUndefined()
  context.$renderContext.value = 'print'
  expect(mount(SlideCurrentNo).attributes('aria-hidden')).toBe('true')
})

it('passes class, style and other attributes on to its element', () => {
  const wrapper = mount(SlideCurrentNo, {
    attrs: { class: 'absolute bottom-4', style: 'color: red', 'data-x': '1' },
  })
  expect(wrapper.classes()).toEqual(['slide-current-no', 'absolute', 'bottom-4'])
  expect(wrapper.attributes('data-x')).toBe('1')
  expect(wrapper.attributes('style')).toContain('color: red')
})

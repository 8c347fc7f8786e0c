import { mount } from '@vue/test-utils'
import type { Component } from 'vue'

/** Reads all words of a figure, with single spaces between them. */
export function figureText(figure: Component): string {
  const wrapper = mount(figure)
  const walker = document.createTreeWalker(wrapper.element, NodeFilter.SHOW_TEXT)
  const words: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    words.push(node.textContent ?? '')
  }
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Component } from 'vue'

import Dpo from '../dpo/dpo.vue'
import CodeSteering from '../llama3-code-steering/llama3-code-steering.vue'
import Code from '../llama3-code/llama3-code.vue'
import Factuality from '../llama3-factuality/llama3-factuality.vue'
import LongContext from '../llama3-long-context/llama3-long-context.vue'
import PostTraining from '../llama3-post-training/llama3-post-training.vue'
import Steerability from '../llama3-steerability/llama3-steerability.vue'
import ToolUseData from '../llama3-tool-use-data/llama3-tool-use-data.vue'
import Training from '../llama3-training/llama3-training.vue'
import { figureText } from '../test-readers/figure-text.ts'
import { clicksOf, readingOf } from '../test-readers/reading.ts'

/** Diagrams whose steps are read instead of their drawing. */
const READ: [name: string, figure: Component][] = [
  ['dpo', Dpo],
  ['llama3-code', Code],
  ['llama3-factuality', Factuality],
  ['llama3-long-context', LongContext],
  ['llama3-post-training', PostTraining],
  ['llama3-steerability', Steerability],
  ['llama3-tool-use-data', ToolUseData],
  ['llama3-training', Training],
]

describe.each(READ)('%s', (_name, figure) => {
  it('is read as sentences, each once', () => {
    const steps = readingOf(figure)
    expect(steps.length).toBeGreaterThan(2)
    expect(new Set(steps).size).toBe(steps.length)
    for (const step of steps) {
      expect(step).toMatch(/^[A-Z0-9].*[.?”]$/)
      expect(step).not.toMatch(/\n|undefined|\{|\}|→/)
    }
  })

  it('uses the color of models for models alone', () => {
    const models = mount(figure)
      .findAll('.flow-box.model, .model-tag')
      .map((box) => (box.find('.flow-title').exists() ? box.get('.flow-title') : box).text())
    expect(models.filter((name) => !/\b(models?|LM|Llama 3)\b/i.test(name))).toEqual([])
  })
})

describe.each<[string, Component]>([...READ, ['llama3-code-steering', CodeSteering]])(
  '%s',
  (_name, figure) => {
    it('has no click that brings nothing', () => {
      const clicks = clicksOf(figure)
      expect(clicks.length).toBeGreaterThan(0)
      expect(clicks).toEqual(clicks.map((_click, index) => index + 1))
    })

    it('writes “finetuning” as one word, as the slides do', () => {
      expect(figureText(figure)).not.toMatch(/fine.tun/i)
    })
  },
)

import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { glyphText } from '../test-readers/glyph-text.ts'
import Figure from './llama3-steerability.vue'

/** Sentences of a short text, split at their end marks. */
const SENTENCE_RE = /[^.!?]+[.!?]/g

it('numbers the steps from the system prompt to the preference data, and their use as the fifth', () => {
  const wrapper = mount(Figure)
  const steps = wrapper
    .findAll('.flow-box')
    .filter((box) => box.find('.flow-step').exists())
    .map((box) => [box.get('.flow-step').text(), box.get('.flow-title').text()])
  expect(steps).toEqual([
    ['1', 'System prompt'],
    ['2', 'Dialog of several turns'],
    ['3', 'Rating'],
    ['4', 'Preference data'],
  ])
  expect(wrapper.get('.used').text()).toBe('5used in')
})

it('feeds the preference data to all four stages of post-training', () => {
  const wrapper = mount(Figure)
  const uses = wrapper
    .findAll('.flow-box')
    .filter((box) => !box.find('.flow-step').exists())
    .map((box) => box.text())
  expect(uses).toEqual(['Reward modeling', 'Rejection sampling', 'SFT', 'DPO'])
  // Three between four steps, one to each use.
  expect(wrapper.findAll('.flow-arrow')).toHaveLength(3 + 4)
})

it('gives one instruction for each trait that the annotators vary', () => {
  const prompt = mount(Figure).get('.prompt')
  expect(prompt.findAll('h2').map((trait) => trait.text())).toEqual([
    'Persona',
    'Tone',
    'Length',
    'Format',
  ])
  expect(prompt.findAll('p')).toHaveLength(4)
})

it('rates a turn by the prompt: at most two sentences, a question at the end', () => {
  const turns = mount(Figure)
    .findAll('.turn')
    .map((turn) => {
      const answer = turn.get('.model').text()
      const sentences = answer.match(SENTENCE_RE) ?? []
      return {
        obeys: sentences.length <= 2 && answer.endsWith('?'),
        verdict: glyphText(turn.get('.rating b')),
        reasons: turn.findAll('.rating span').map((reason) => reason.text()),
      }
    })
  expect(turns).toEqual([
    { obeys: true, verdict: 'check keeps to it', reasons: [] },
    { obeys: true, verdict: 'check keeps to it', reasons: [] },
    {
      obeys: false,
      verdict: 'cross drifts away',
      reasons: ['cold and technical', 'three sentences', 'no question'],
    },
  ])
})

it('credits the section and claims the example', () => {
  expect(mount(Figure).get('figcaption').text()).toBe(
    'Own drawing after arXiv:2407.21783v3, section 4.3.7; system prompt, dialog and ratings are our own example',
  )
})

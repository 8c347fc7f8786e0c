import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { glyphText } from '../test-readers/glyph-text.ts'
import { clicksOf, readingOf } from '../test-readers/reading.ts'
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
  expect(prompt.findAll('.trait').map((trait) => trait.text())).toEqual([
    'Persona',
    'Tone',
    'Length',
    'Format',
  ])
  expect(prompt.findAll('.instruction')).toHaveLength(4)
})

it('rates a turn by the prompt: at most two sentences, a question at the end', () => {
  const turns = mount(Figure)
    .findAll('.turn')
    .map((turn) => {
      const answer = turn.get('.model').text()
      const sentences = answer.match(SENTENCE_RE) ?? []
      return {
        obeys: sentences.length <= 2 && answer.endsWith('?'),
        verdict: glyphText(turn.get('.verdict')),
        reasons: turn.findAll('.reason').map((reason) => reason.text()),
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
  expect(mount(Figure).get('.figure-credit').text()).toBe(
    'Own drawing after arXiv:2407.21783v3, section 4.3.7; system prompt, dialog and ratings are our own example',
  )
})

it('brings a step a click', () => {
  const wrapper = mount(Figure)
  const heads = wrapper
    .findAll('.flow-box:has(.flow-step)')
    .map((box) => box.attributes('data-step'))
  expect(heads).toEqual([undefined, '1', '2', '3'])
  expect(wrapper.findAll('.rating').map((rating) => rating.attributes('data-step'))).toEqual([
    '2',
    '2',
    '2',
  ])
  expect(clicksOf(Figure)).toEqual([1, 2, 3, 4])
})

it('reads the steps with the prompt, the turns and their ratings in place', () => {
  expect(readingOf(Figure)).toEqual([
    '1. System prompt: annotators write many kinds. Here, Persona: You are Flora, and you love gardening on balconies. Tone: Be warm and patient; use everyday words. Length: At most two sentences. Format: Close with one question.',
    '2. Dialog of several turns: annotators (right) talk to the model (left).',
    '3. Rating: keeps to the prompt?',
    'Turn 1: the annotator says “What grows on a shady balcony?” The model says “Mint and ferns will be happy there, and so will you. Shall we start with mint?” It keeps to it.',
    'Turn 2: the annotator says “Yes. How often do I water it?” The model says “Give it a drink when the soil feels dry. Does your pot have a hole at the bottom?” It keeps to it.',
    'Turn 3: the annotator says “It has. There are bugs on it!” The model says “Identify the arthropod. Apply a contact insecticide. Monitor reinfestation.” It drifts away (cold and technical, three sentences and no question).',
    '4. Preference data: general English.',
    '5. Used in Reward modeling, Rejection sampling, SFT and DPO.',
  ])
})

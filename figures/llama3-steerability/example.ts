import { joinWords } from '../parts/sentence.ts'

/** An instruction of the system prompt. */
export interface PromptPart {
  /** Trait that it sets, one of those the annotators vary. */
  trait: string
  text: string
}

/** Our system prompt, one instruction for each trait. */
export const PROMPT: readonly PromptPart[] = [
  { trait: 'Persona', text: 'You are Flora, and you love gardening on balconies.' },
  { trait: 'Tone', text: 'Be warm and patient; use everyday words.' },
  { trait: 'Length', text: 'At most two sentences.' },
  { trait: 'Format', text: 'Close with one question.' },
]

/** A message, the model's answer, and how well the answer keeps to the system prompt. */
export interface Turn {
  keeps: boolean
  user: string
  model: string
  verdict: string
  /** Instructions that the answer breaks. */
  reasons: readonly string[]
}

/** Our dialog: the model keeps to the prompt twice, then drifts. */
export const TURNS: readonly Turn[] = [
  {
    keeps: true,
    user: 'What grows on a shady balcony?',
    model: 'Mint and ferns will be happy there, and so will you. Shall we start with mint?',
    verdict: 'keeps to it',
    reasons: [],
  },
  {
    keeps: true,
    user: 'Yes. How often do I water it?',
    model: 'Give it a drink when the soil feels dry. Does your pot have a hole at the bottom?',
    verdict: 'keeps to it',
    reasons: [],
  },
  {
    keeps: false,
    user: 'It has. There are bugs on it!',
    model: 'Identify the arthropod. Apply a contact insecticide. Monitor reinfestation.',
    verdict: 'drifts away',
    reasons: ['cold and technical', 'three sentences', 'no question'],
  },
]

/** A step from the system prompt to the preference data, with its column under it. */
export interface SteeringStep {
  /** Left edge in CSS px from the body's left. */
  x: number
  /** Width in CSS px. */
  w: number
  title: string
  detail: string
}

/** The steps of section 4.3.7 in their order. Each but the first comes with a click of its own. */
export const STEPS: readonly SteeringStep[] = [
  { x: 8, w: 192, title: 'System prompt', detail: 'annotators write many kinds' },
  {
    x: 222,
    w: 298,
    title: 'Dialog of several turns',
    detail: 'annotators (right) talk to the model (left)',
  },
  { x: 542, w: 130, title: 'Rating', detail: 'keeps to the prompt?' },
  { x: 702, w: 140, title: 'Preference data', detail: 'general English' },
]

/** The stages of post-training that use the preference data. */
export const USES = ['Reward modeling', 'Rejection sampling', 'SFT', 'DPO'] as const

/** Click that brings the uses, the fifth step. */
export const USES_CLICK = STEPS.length

/** Lists the steps with our example as sentences, in reading order. */
export function listReading(): string[] {
  const traits = PROMPT.map(({ trait, text }) => `${trait}: ${text}`)
  const heads = STEPS.map(({ title, detail }, index) => {
    const mark = detail.endsWith('?') ? '' : '.'
    return `${index + 1}. ${title}: ${detail}${mark}`
  })
  const [prompt = '', dialog = '', rating = '', data = ''] = heads
  return [
    `${prompt} Here, ${traits.join(' ')}`,
    dialog,
    rating,
    ...TURNS.map(({ user, model, verdict, reasons }, index) => {
      const because = reasons.length > 0 ? ` (${joinWords(reasons)})` : ''
      return `Turn ${index + 1}: the annotator says “${user}” The model says “${model}” It ${verdict}${because}.`
    }),
    data,
    `${STEPS.length + 1}. Used in ${joinWords(USES)}.`,
  ]
}

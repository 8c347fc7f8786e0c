import { joinWords } from '../parts/sentence.ts'

/** Numbers and names of data/training-facts.json (tool_use) that the figure shows. */
export interface ToolUseFacts {
  core_tools: string[]
  file_types: string[]
  filtered_share_percent_about: number
}

/** One box between prompt and answer. Several messages in one box are repeated together. */
export interface Between {
  /** Left edge in CSS px from the body's left. */
  x: number
  /** Width in CSS px. */
  w: number
  messages: readonly string[]
}

/** A kind of synthetic dialog: its name and the messages from the prompt to the answer. */
export interface Dialog {
  /** Vertical center in CSS px. */
  y: number
  name: string
  detail: string
  between: readonly Between[]
  /** Whether the first box between belongs to the prompt: a plus replaces the arrow. */
  attached?: boolean
  /** Label of the arrow from the prompt to the answer, where nothing is between. */
  label?: string
  /** Line under the messages. */
  remark?: string
  /** Colors the remark as a refusal. */
  refused?: boolean
  /** Click that brings it; the first kind is there from the start. */
  click?: number
}

/** Label of the way back from the last to the first of several messages. */
export const REPEAT = 'repeat'

/** Clicks that bring the tuned model and the annotators, after those of the dialogs. */
export const CLICKS = { tuned: 4, annotators: 5 } as const

/** What annotators do with the tuned model's messages, and on which dialogs. */
export const ANNOTATION = {
  training: 'SFT',
  model: 'Tuned Llama 3',
  offer: 'two\nmessages',
  people: 'Annotators',
  choice: 'pick one, or edit one',
  back: 'joins the\ncontext',
  harder: ['many turns', 'more than 3 steps', 'calls that do not help'],
} as const

const WIDE = { x: 150, w: 122 } as const

/** Lists the kinds of synthetic dialogs from top to bottom. */
export function listDialogs(facts: ToolUseFacts): Dialog[] {
  const { file_types: fileTypes, filtered_share_percent_about: droppedPercent } = facts
  return [
    {
      y: 78,
      name: 'Single-step',
      detail: 'one call',
      between: [
        { x: 150, w: 54, messages: ['call'] },
        { x: 218, w: 54, messages: ['output'] },
      ],
      remark: `about ${droppedPercent}% dropped: cannot run or bad format`,
      refused: true,
    },
    {
      y: 131,
      name: 'Multi-step',
      detail: '2+ calls',
      between: [{ ...WIDE, messages: ['reason', 'call', 'output'] }],
      click: 1,
    },
    {
      y: 186,
      name: 'File upload',
      detail: `${fileTypes.length} types`,
      between: [{ ...WIDE, messages: [nameSome(fileTypes, ['.pdf', '.xlsx', '.csv', '.py'])] }],
      attached: true,
      remark: 'to summarize, debug, optimize, analyze, or plot',
      click: 2,
    },
    {
      y: 238,
      name: 'No tool',
      detail: 'easy question',
      between: [],
      label: 'tools on, none called',
      click: 3,
    },
  ]
}

/**
 * Names some of the file types in one short phrase, with dots at the end when there are others.
 *
 * @param types - All endings with their dot, such as `.pdf`.
 * @param named - Types to name, in their order.
 * @throws {RangeError} when one of `named` is not among `types`.
 */
export function nameSome(types: readonly string[], named: readonly string[]): string {
  const unknown = named.filter((type) => !types.includes(type))
  if (unknown.length > 0) {
    throw new RangeError(`${unknown.join(', ')} is not among the file types of the data.`)
  }
  return [...named, ...(types.length > named.length ? ['…'] : [])].join(' ')
}

/** Lists the dialogs and their annotation as sentences, in reading order. */
export function listReading(facts: ToolUseFacts): string[] {
  const { training, model, offer, people, choice, back, harder } = ANNOTATION
  const onLine = (text: string): string => text.replace('\n', ' ')
  return [
    `Core tools as Python objects: ${joinWords(facts.core_tools)}.`,
    'Step 1, synthetic dialogs, of four kinds.',
    ...listDialogs(facts).map(readDialog),
    `Step 2, annotation: ${training} gives the ${model}, which offers ${onLine(offer)}.`,
    `${people} ${choice}, and it ${onLine(back)}.`,
    `Harder cases: ${harder.join(', ')}.`,
  ]
}

function readDialog({ name, detail, between, attached, label, remark }: Dialog): string {
  const messages = between.map(({ messages: parts }) =>
    parts.length > 1 ? `${joinWords(parts)} (${REPEAT})` : parts.join(''),
  )
  const way = attached
    ? [`prompt with ${messages.join()}`, 'answer']
    : ['prompt', ...messages, 'answer']
  const notes = [label, remark].filter(Boolean).map((note) => `; ${note}`)
  return `${name}, ${detail}: ${way.join(', ')}${notes.join('')}.`
}

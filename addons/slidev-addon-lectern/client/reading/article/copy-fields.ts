import { create } from './copying.ts'

/** Kinds of fields whose value is text that is seen. */
const WRITTEN: ReadonlySet<string> = new Set(
  'text search url tel email number date time month week datetime-local button submit'.split(' '),
)

/** Copies a field of a form as what it says, a box to check as one. */
export function copyInput(input: HTMLInputElement): Element | null {
  if (input.type === 'checkbox') {
    const { checked } = input
    return create('input', {
      type: 'checkbox',
      disabled: '',
      checked: checked ? '' : undefined,
      'aria-label': checked ? 'done' : 'to do',
    })
  }
  return WRITTEN.has(input.type) && input.value !== '' ? create('span', {}, input.value) : null
}

/** Copies a choice as what is chosen. */
export function copySelect({ selectedOptions }: HTMLSelectElement): Element | null {
  const chosen = [...selectedOptions]
    .map((option) => (option.getAttribute('label') ?? option.text).trim())
    .filter((each) => each !== '')
  return chosen.length > 0 ? create('span', {}, chosen.join(', ')) : null
}

/** Copies a field of several lines as its text. */
export function copyTextArea({ value }: HTMLTextAreaElement): Element | null {
  const lines = value.trim().split('\n')
  return value.trim() === ''
    ? null
    : create(
        'span',
        {},
        ...lines.flatMap((line, index) => (index > 0 ? [create('br'), line] : [line])),
      )
}

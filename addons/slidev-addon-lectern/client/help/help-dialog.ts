import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue'
import type { VNode } from 'vue'

import type { HelpLine, HelpSection } from './describe-shortcuts.ts'

import './help-dialog.css'

const TITLE_ID = 'lectern-help-title'

/**
 * The keys of the deck as a dialog. Escape, `?`, its button and a click beside it close it.
 *
 * No `.vue` file, because Slidev lets those ask for the slide around them, and there is none.
 */
export const HelpDialog = defineComponent(
  ({ sections }: { sections: readonly HelpSection[] }, { emit }) => {
    const dialog = ref<HTMLDialogElement>()
    const close = (): void => dialog.value?.close()
    let isAsked = false
    // Closes when the key is released: while it is down, Slidev would open the dialog again.
    const onKey = ({ type, key, repeat }: KeyboardEvent): void => {
      if (type === 'keyup' && isAsked) {
        close()
      }
      isAsked = type === 'keydown' && key === '?' && !repeat
    }
    onMounted(() => {
      dialog.value?.showModal()
      addEventListener('keydown', onKey)
      addEventListener('keyup', onKey)
    })
    onBeforeUnmount(() => {
      removeEventListener('keydown', onKey)
      removeEventListener('keyup', onKey)
    })
    return () =>
      h(
        'dialog',
        {
          ref: dialog,
          class: 'lectern-help',
          lang: 'en',
          'aria-labelledby': TITLE_ID,
          onClick: ({ target }: Event) => target === dialog.value && close(),
          onClose: () => emit('close'),
        },
        h('div', { class: 'lectern-help-paper' }, [
          h('header', [
            h('h2', { id: TITLE_ID }, 'Keys'),
            h('button', { type: 'button', 'aria-label': 'Close', onClick: close }, '×'),
          ]),
          h('div', { class: 'lectern-help-sections' }, sections.map(drawSection)),
        ]),
      )
  },
  { props: ['sections'], emits: ['close'] },
)

function drawSection({ title, lines }: HelpSection): VNode {
  return h('section', [h('h3', title), h('dl', lines.map(drawLine))])
}

function drawLine({ does, ways }: HelpLine): VNode {
  return h('div', [
    h('dt', does),
    h(
      'dd',
      ways.map((keys) =>
        h(
          'span',
          { class: 'lectern-help-way' },
          keys.flatMap((key, at) => [
            ...(at > 0 ? [h('span', { 'aria-hidden': true }, '+')] : []),
            h('kbd', key),
          ]),
        ),
      ),
    ),
  ])
}

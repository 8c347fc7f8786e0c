import { describe, expect, it } from 'vitest'

import { loadDictionary } from '../../../checks/spelling/dictionary.ts'
import { Judge } from '../../../checks/spelling/judge.ts'

/** Judges a word that stands alone; with `isLikeName`, among names. */
async function judge(text: string, { isLikeName = false, own = [] as string[] } = {}) {
  const judging = new Judge(await loadDictionary(['Gemma']), new Set(own))
  const verdict = judging.judge([{ text, isLikeName }])
  return verdict && [verdict.kind, verdict.correction].join(' ').trim()
}

describe('Judge', () => {
  it.each([
    ['two letters swapped', 'funcitons', 'wrong functions'],
    ['a letter missing', 'enviroment', 'wrong environment'],
    ['a letter too much', 'possitive', 'wrong positive'],
    ['another vowel', 'seperately', 'wrong separately'],
    ['another consonant', 'interactice', 'doubtful interactive'],
    ['another first letter', 'bictionary', 'unknown'],
    ['few letters', 'cirle', 'doubtful circle'],
    ['the same slip as a word of two parts', 'inlines', 'doubtful inclines'],
    ['a common mistake', 'teh', 'wrong the'],
    ['a capital at a common mistake, which may be a name', 'Wich', 'doubtful Which'],
    ['a capital', 'Manupulation', 'wrong Manipulation'],
    ['a capital and few letters', 'Craete', 'doubtful Create'],
    ['a capital at a word like no other', 'Algorave', undefined],
    ['a capital at a word like a name', 'Nilson', undefined],
    ['a capital at a word like the deck’s own', 'Gema', 'doubtful Gemma'],
    ['no other word like it', 'advergame', 'unknown'],
  ])('judges a word with %s: %s', async (_slip, word, verdict) => {
    expect(await judge(word)).toBe(verdict)
  })

  it.each([
    ['Manupulation', 'doubtful Manipulation'],
    ['Craete', undefined],
  ])('takes “%s” among names for one', async (word, verdict) => {
    expect(await judge(word, { isLikeName: true })).toBe(verdict)
  })

  it('leaves alone what the deck introduces', async () => {
    expect(await judge('enviroment', { own: ['enviroment'] })).toBeUndefined()
  })

  it('judges a word with capitals by the occurrence without', async () => {
    const judging = new Judge(await loadDictionary([]), new Set())
    expect(
      judging.judge([
        { text: 'Craete', isLikeName: true },
        { text: 'craete', isLikeName: false },
      ]),
    ).toEqual({ kind: 'wrong', correction: 'create' })
  })

  it('looks for the corrections of some hundred words only, once each', () => {
    const corrected: string[] = []
    const judging = new Judge(
      {
        knows: () => false,
        isCommon: () => false,
        isAccepted: () => false,
        isTerm: () => false,
        correct: (word) => {
          corrected.push(word)
          return undefined
        },
      },
      new Set(),
    )
    for (let count = 0; count < 1000; count += 1) {
      judging.isSlip(`word${count % 500}`)
    }
    expect(corrected).toHaveLength(300)
    expect(new Set(corrected).size).toBe(300)
  })
})

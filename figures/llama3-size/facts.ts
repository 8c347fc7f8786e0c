import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import sizes from '../data/model-sizes.json'
import { sizeRow } from '../facts/model-sizes.ts'

const [vocabulary = 0] = sizeRow('vocabulary_size_tokens')
const [ropeBase = 0] = sizeRow('rope_theta')

/** The FFN sizes that version 1 of the paper printed, in the doubt about them. */
const FIRST_SIZES_RE = /printed (\d+) \/ (\d+) \/ (\d+);/
const firstDoubt = sizes.doubts[0]?.doubt ?? ''

const ofSize = (key: string): string => `model-sizes.json (${key})`

/** Numbers of Table 3 in the text, the notes and the alternative text. */
export const facts: readonly Fact[] = [
  {
    quantity: 'size of the vocabulary',
    says: '{} vocabulary size',
    values: [vocabulary],
    source: ofSize('vocabulary_size_tokens'),
  },
  {
    quantity: 'tokens of the vocabulary from tiktoken',
    says: '{} from tiktoken',
    values: [sizes.related_facts.vocabulary_from_tiktoken_tokens],
    source: ofSize('related_facts'),
  },
  {
    quantity: 'tokens of the vocabulary for other languages',
    says: '{} for non-English',
    values: [sizes.related_facts.vocabulary_added_for_non_english_tokens],
    source: ofSize('related_facts'),
  },
  {
    quantity: 'base frequency of RoPE',
    says: ['RoPE frequency increased to {}', "{} is RoPE's base frequency"],
    values: [ropeBase],
    source: ofSize('rope_theta'),
  },
  {
    quantity: 'FFN sizes of version 1 of the paper',
    says: 'v1 printed {}, {} and {}',
    values: [1, 2, 3].map((group) => Number(FIRST_SIZES_RE.exec(firstDoubt)?.[group])),
    source: ofSize('doubts'),
  },

  {
    quantity: 'layers of the three models',
    image: 'llama3-size',
    says: '{}, {} and {} layers',
    values: sizeRow('layers'),
    source: ofSize('layers'),
  },
  {
    quantity: 'dimensions of the three models',
    image: 'llama3-size',
    says: 'model dimensions of {}, {} and {}',
    values: sizeRow('model_dimension'),
    source: ofSize('model_dimension'),
  },
  {
    quantity: 'key/value heads',
    image: 'llama3-size',
    says: '{} key/value heads',
    values: [sizes.related_facts.gqa_key_value_heads],
    source: ofSize('related_facts'),
  },
  {
    quantity: 'size of the vocabulary',
    image: 'llama3-size',
    says: 'a vocabulary of {}',
    values: [vocabulary],
    source: ofSize('vocabulary_size_tokens'),
  },
  {
    quantity: 'base frequency of RoPE',
    image: 'llama3-size',
    says: 'θ = {}',
    values: [ropeBase],
    source: ofSize('rope_theta'),
  },
]

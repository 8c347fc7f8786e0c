import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { SlideFinding } from '../../checks/finding.ts'
import { inspectSpelling } from '../../checks/spelling.ts'
import { readDeck } from '../../deck/read-deck.ts'

const ROOT = join(import.meta.dirname, '../../../..')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spelling-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

/** Checks a deck that has these words of its own. */
async function inspect(markdown: string, words?: string): Promise<SlideFinding[]> {
  writeFileSync(join(folder, 'slides.md'), markdown)
  if (words !== undefined) {
    writeFileSync(join(folder, 'words.txt'), words)
  }
  return inspectSpelling(await readDeck('slides.md', folder))
}

/** Returns the misspelled words. */
async function wordsFoundIn(markdown: string, words?: string): Promise<string[]> {
  return quoted(await inspect(markdown, words))
}

function quoted(findings: readonly SlideFinding[]): string[] {
  return findings.map(({ seen }) => /"([^"]*)"/.exec(seen)?.[1] ?? '')
}

describe('a misspelled word', () => {
  it('is reported with its line, what was expected and the nearest correction', async () => {
    expect(await inspect('# A talk\n\n---\n\n# Model\n\n- a large volcabulary\n')).toEqual([
      {
        check: 'spelling',
        slide: 2,
        slides: [2],
        file: 'slides.md',
        line: 7,
        seen: '"volcabulary" is not in the dictionary',
        expected: 'an English word, or one listed in words.txt',
        fix: 'Write "vocabulary", or add the word to words.txt, one word a line.',
        severity: 'warning',
      },
    ])
  })

  it('is reported once, on its first line, with all its slides', async () => {
    const findings = await inspect(
      '# Volcabulary\n\nvolcabulary\n\n---\n\n# Two\n\n---\n\n# A volcabulary\n\n---\n\nvolcabulary\n',
    )
    expect(findings).toMatchObject([{ slide: 1, slides: [1, 3, 4], line: 1 }])
  })

  it.each([
    ['in a text', 'the embeding', 'embeding'],
    ['in a heading', '# Prefrence Data', 'Prefrence'],
    ['in bold', '**Prefrence data**: chosen', 'Prefrence'],
    ['in a coloured span', 'the [prefrence]{color=red} data', 'prefrence'],
    ['in the addon’s other span', 'the [prefrence]<color=red> data', 'prefrence'],
    ['with some letters in bold', '**D**irect **P**refrence Optimization', 'Prefrence'],
    ['with some letters in a tag', '<b>P</b>refrence', 'Prefrence'],
    ['with some letters in a span', '[P]{color=red}refrence', 'Prefrence'],
    ['in a link’s text', '[the prefrence](/data.html)', 'prefrence'],
    ['in a link’s title', '[the data](/data.html "prefrence")', 'prefrence'],
    ['in an image’s alt text', '![Prefrence data](/a.png){width=70%}', 'Prefrence'],
    ['in an alt attribute', '<img src="/a.png" alt="Prefrence data" class="w-4">', 'Prefrence'],
    ['in a title attribute', "<Card title='Prefrence data' />", 'Prefrence'],
    ['between tags', '<div class="grid">\n<p>the prefrence data</p>\n</div>', 'prefrence'],
    ['in a table', '|data|prefrence|\n|-|-|\n|a|b|', 'prefrence'],
    ['after a slash', 'data/prefrence', 'prefrence'],
    ['in brackets', 'the (prefrence) data', 'prefrence'],
    ['in quotes', 'the “prefrence data” and the ‘data’', 'prefrence'],
    ['before a full stop', 'the prefrence.', 'prefrence'],
    ['with an apostrophe', 'the prefrence’s data', 'prefrence'],
    ['in a compound', 'human-prefrence-based', 'prefrence'],
    ['after a prefix', 'a non-prefrence', 'prefrence'],
    ['beside Chinese', '偏好prefrence資料', 'prefrence'],
    ['in a nested list', '- one\n  - two\n    - the prefrence', 'prefrence'],
    ['in a footnote', 'a note[^1]\n\n[^1]: the prefrence', 'prefrence'],
    ['in an alert', '> [!NOTE]\n> the prefrence', 'prefrence'],
    ['behind a price', 'it costs $5 for a prefrence and $6 for two', 'prefrence'],
    ['in an icon’s neighbour', ':mdi-star: prefrence', 'prefrence'],
  ])('is found %s', async (_place, markdown, word) => {
    expect(await wordsFoundIn(markdown)).toEqual([word])
  })

  it('is found in the speaker’s note, on its line', async () => {
    const findings = await inspect(
      '# A talk\n\nText.\n\n<!--\nSay this.\n[click] The prefrence.\n-->\n',
    )
    expect(findings).toMatchObject([{ slide: 1, line: 7 }])
    expect(quoted(findings)).toEqual(['prefrence'])
  })

  it('is found in a note of one line', async () => {
    expect(await wordsFoundIn('# A talk\n\n<!-- the prefrence -->\n')).toEqual(['prefrence'])
  })

  it('is found in the title and info of the headmatter only', async () => {
    const findings = await inspect(
      [
        '---',
        'theme: defualt',
        'title: A tlaking # unsual',
        'info: |',
        '  The frist line.',
        '',
        '  The secnd line.',
        '# unsual',
        'keywords: unsual',
        '---',
        '',
        '# A talk',
        '',
        '---',
        'title: unsual',
        'class: unsual',
        '---',
        '',
        '# Two',
      ].join('\n'),
    )
    expect(quoted(findings)).toEqual(['tlaking', 'frist', 'secnd'])
    expect(findings.map(({ line }) => line)).toEqual([3, 5, 7])
  })

  it('is found on its line after all markup that is skipped', async () => {
    const findings = await inspect(
      [
        '# A talk',
        '',
        '```ts {1|2}',
        'const one = 1',
        '',
        '```',
        '<!-- a',
        'volcabulary',
        'comment -->',
        '$$',
        '\\volcabulary',
        '$$',
        '<img',
        '  src="/volcabulary.png"',
        '  alt="One line',
        '  and a volcabulary" />',
      ].join('\n'),
    )
    expect(findings.map(({ line }) => line)).toEqual([16])
  })

  it('of an imported slide is reported in its file', async () => {
    writeFileSync(join(folder, 'more.md'), '# More\n\nThe prefrence.\n')
    expect(await inspect('# A talk\n\n---\nsrc: ./more.md\n---\n')).toMatchObject([
      { slide: 2, file: 'more.md', line: 3 },
    ])
  })
})

describe('no finding comes from', () => {
  it.each([
    ['fenced code', '```js\nlet embeding = 1\n```'],
    ['a fence within a list', '- code:\n\n  ```js\n  let embeding\n\n  let embeding\n  ```'],
    ['a fence within a fence', '````md\n```js\nembeding\n```\nembeding\n````'],
    ['indented code', 'Text.\n\n    let embeding = 1'],
    ['inline code', 'call `embeding` and ``a `embeding` b``'],
    ['code as a tag', '<code>embeding</code> and <kbd>embeding</kbd>'],
    [
      'script and style',
      '<style>\n.embeding { color: red }\n</style>\n<script>\nembeding()\n</script>',
    ],
    ['inline math', 'the loss $embeding + \\$ x_{embeding}$ grows'],
    ['block math', '$$\nembeding = \\embeding\n\nembeding\n$$'],
    ['LaTeX outside math', 'see \\embeding'],
    ['a bare address', 'see https://example.com/embeding?embeding=embeding#embeding'],
    ['an address in angle brackets', 'see <https://example.com/embeding>'],
    ['an address without a scheme', 'see www.embeding.com and embeding.org/embeding'],
    ['an e-mail address', 'write to embeding@example.com or <embeding@example.com>'],
    ['an account', '[@embeding](https://example.com), @embeding'],
    ['a link’s target', '[text](/embeding/embeding_(embeding)) and [text](<embeding embeding>)'],
    ['a reference', '[text][embeding]\n\n[embeding]: /embeding "Text"'],
    ['an image’s target', '![Text](/embeding.png)'],
    [
      'a tag and its attributes',
      '<Embeding embeding class="embeding" data-embeding=\'a > embeding\' />',
    ],
    ['a bound attribute', '<Card :title="embeding" v-bind:alt="embeding" />'],
    ['a directive', '<div v-click="embeding > 1">Text</div>'],
    ['an interpolation', 'slide {{ embeding }} of {{ $embeding }}'],
    ['a span’s attributes', '[text]{color=red .embeding #embeding}, ![Text](/a.png){.embeding}'],
    ['a slot marker', '# A talk\n\n::embeding::\n\nText'],
    ['a component', '::embeding{a="b"}\nText\n::\n\nan :embeding[icon] and :embeding-embeding:'],
    ['a snippet', '<<< @/snippets/embeding.ts#embeding {2,3}{lines:true}'],
    ['an alert’s kind', '> [!embeding]\n> Text'],
    ['a footnote’s name', 'Text[^embeding]\n\n[^embeding]: Text'],
    ['a comment in the text', '<!-- embeding\n\nembeding -->\n\nText'],
    ['a file name', 'see embeding.ts, ./embeding and src/embeding.d.ts'],
    ['a path', 'see /usr/embeding and embeding/Embeding-3-8B'],
    ['names of code', 'embeding_size, embedingSize, embeding(), embeding::new, --embeding'],
    ['a setting', 'with embeding=100 and $EMBEDING or $embeding'],
    ['a tag of a post', '#embeding'],
    ['words with digits', '8B, 128K, ELO3, embeding2, GPT-4o, 10th'],
    ['superscripts', '10²⁵ embeding²'],
    ['acronyms', 'RLHF, LLMs, FLOPs, GPUs’, the LLM’s, XQZ-based'],
    ['names with capitals inside', 'OpenELM, DistilRoberta, InsTag, RoBERTa-based, iPhoen'],
    ['single letters', 'a x of k-th b, the i-th, R&D, C++'],
    ['other scripts', '少量的高品質資料 モデル 모델 модель θ-стабильный'],
    ['letters English does not have', 'Erdős, Møller, Pérez’s and caf&eacute;s'],
    ['possessives', "the model’s, the model's and the models’ size, it'll, we’ve"],
    ['contractions', "doesn’t, don't, can’t"],
    ['prefixes', 'pre-training, de-duplication, re-use, multi-step, pre- and post-training'],
    ['prefixes in brackets', '(re)training the model(s)'],
    ['short forms', 'e.g. this, i.e. that, etc., et al., cf. Fig. 3, vs. 4, wrt. x, Ph.D., U.S.'],
    ['British spelling', 'colour, behaviour, optimise, modelling of the centre'],
    ['American spelling', 'color, behavior, optimize, modeling of the center'],
    ['arrows', 'small->large => better <- worse'],
    ['products of words', 'height*width and height × width'],
    ['dashes', 'one—two, one – two, one…two, one...two'],
    ['entities', 'one&nbsp;two &lt;three&gt; don&rsquo;t'],
    ['hidden hyphens', 'em&shy;bed&shy;ding and em<wbr>bedding'],
    ['a task list', '- [x] one\n- [ ] two'],
    ['click markers', '# A\n\n<!--\n[click] one\n[click:3] two\n-->'],
    ['an unclosed tag', 'a < b and x <y'],
    ['emphasis', '*one* _two_ **three** ~~four~~ ==five== ***six***'],
    ['a run of letters', 'a'.repeat(200)],
    ['names', 'Oskar Fischinger, Nuxt and Vitest at the Akbank Sanat'],
    ['names like words', 'by Peter Nilson, with Lucier and Franke in Slidev'],
    ['terms of software', 'the backend, fullstack, frontmatter, webpage, async api, eslint'],
    ['words made of known ones', 'to prerender untrusted cheatsheets, themable and multiplatform'],
    ['forms of both Englishes', 'misspelt, learnt, analyse, analyze, travelled, traveled, grey'],
    ['a foreign phrase', 'his *Symphonie pour un homme seul*, “la musique des bruits”'],
    ['an element in another language', '<i lang="fr">les requêtes envoyées embeding</i>'],
    ['an element that is not translated', '<span translate="no">embeding</span>'],
    ['filler', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor'],
  ])('%s', async (_what, markdown) => {
    expect(await wordsFoundIn(markdown)).toEqual([])
  })

  it.each([
    [
      'the headmatter',
      '---\nlang: de\n---\n\n# Ein Vortrag\n\n---\n\n# Zwei\n\n---\nlang: en-GB\n---\n\nembeding\n',
      3,
    ],
    [
      'the slide',
      '# A talk\n\nembeding\n\n---\nlang: zh-TW\n---\n\nein Vortrag\n\n<!-- zwei -->\n',
      1,
    ],
  ])('a slide in another language, by %s', async (_where, markdown, slide) => {
    expect(await inspect(markdown)).toMatchObject([{ slide }])
  })
})

describe('the deck’s own words', () => {
  it.each([
    ['Qwen, QWEN', 'Qwen', []],
    ['qwen', 'Qwen', ['qwen']],
    ['finetuning, Finetuning, FINETUNING', 'finetuning', []],
    ['Qwen’s', 'Qwen # a model', []],
    ['a re-qwen and a qwen-like', 're-qwen', ['qwen']],
    ['the o’foo', "o'foo", []],
  ])('accept what “%s” has of “%s”', async (markdown, words, found) => {
    expect(await wordsFoundIn(markdown, words)).toEqual(found)
  })

  it('are suggested as corrections', async () => {
    expect(await inspect('Gema and sterability\n', 'Gemma\nsteerability\n')).toMatchObject([
      {
        severity: 'warning',
        fix: 'Write "steerability", or add the word to words.txt, one word a line.',
      },
      {
        severity: 'hint',
        fix: 'Write "Gemma", or add the word to words.txt, one word a line.',
      },
    ])
  })

  it('replace words that are in the dictionary', async () => {
    const words = '# names\nllama2 -> Llama 2 # as Meta writes it\n'
    expect(await inspect('# A talk\n\n---\n\nLlama 2 (llama2)\n\n---\n\nLLAMA2\n', words)).toEqual([
      {
        check: 'spelling',
        severity: 'error',
        slide: 2,
        slides: [2, 3],
        file: 'slides.md',
        line: 5,
        seen: '"llama2" is listed in words.txt as wrong',
        expected: '"Llama 2", by words.txt:2',
        fix: 'Write "Llama 2".',
      },
    ])
  })

  it('are named with their folder', async () => {
    writeFileSync(join(folder, 'slides.md'), '# Qwen\n')
    writeFileSync(join(folder, 'words.txt'), 'two words\n')
    const deck = await readDeck(join(folder, 'slides.md'), join(folder, '..'))
    await expect(inspectSpelling(deck)).rejects.toThrow(
      /^spelling-\w+\/words\.txt:1: "two words" is not an entry/,
    )
  })

  it('replace nothing in the speaker’s notes', async () => {
    const words = 'llama2 -> Llama 2\n'
    expect(await wordsFoundIn('# A talk\n\n<!-- llama2, 由llama2產生 -->\n', words)).toEqual([])
    expect(await wordsFoundIn('# 由llama2產生\n', words)).toEqual(['llama2'])
  })
})

describe('this talk', () => {
  it('has no misspelled word', async () => {
    expect(await inspectSpelling(await readDeck('slides.md', ROOT))).toEqual([])
  })

  it('had these in the author’s original file', async () => {
    copyFileSync(join(ROOT, 'words.txt'), join(folder, 'words.txt'))
    copyFileSync(join(ROOT, 'tests/fixtures/seed/slides.md'), join(folder, 'slides.md'))
    const findings = await inspectSpelling(await readDeck('slides.md', folder))
    expect(findings.map(({ slides = [], seen, fix }) => `${slides.join(' ')}: ${seen} ${fix}`))
      .toMatchInlineSnapshot(`
        [
          "1 9 26 29 42: "Llama3" is listed in words.txt as wrong Write "Llama 3".",
          "4 14 16: "llama2" is listed in words.txt as wrong Write "Llama 2".",
          "6: "v.s." is listed in words.txt as wrong Write "vs.".",
          "6 23: "Reject Sampling" is listed in words.txt as wrong Write "Rejection Sampling".",
          "12: "Roberta" is listed in words.txt as wrong Write "RoBERTa".",
          "14: "volcabulary" is not in the dictionary Write "vocabulary", or add the word to words.txt, one word a line.",
          "15: "modal size" is listed in words.txt as wrong Write "model size".",
          "15: "Forcast" is not in the dictionary Write "Forecast", or add the word to words.txt, one word a line.",
          "16: "down stream" is listed in words.txt as wrong Write "downstream".",
          "17: "Initinal" is not in the dictionary Write "Initial", or add the word to words.txt, one word a line.",
          "17: "stagees" is not in the dictionary Write "stages", or add the word to words.txt, one word a line.",
          "19: "Prefrence" is not in the dictionary Write "Preference", or add the word to words.txt, one word a line.",
          "21: "lama3" is listed in words.txt as wrong Write "Llama 3".",
          "21: "Instag" is listed in words.txt as wrong Write "InsTag".",
          "23: "Code Export" is listed in words.txt as wrong Write "Code Expert".",
          "26: "Challanges" is not in the dictionary Write "Challenges", or add the word to words.txt, one word a line.",
          "29: "llama 3" is listed in words.txt as wrong Write "Llama 3".",
        ]
      `)
  })
})

describe('a deck in another language', () => {
  it.each([
    [
      'French',
      'Les requêtes sont envoyées au serveur, qui répond avec des données en format texte. ',
    ],
    [
      'Spanish',
      'Las peticiones se envían al servidor, que responde con los datos en formato texto. ',
    ],
    [
      'German',
      'Die Anfragen gehen an den Server, der mit den Daten als einfacher Text antwortet. ',
    ],
    ['Chinese', '请求被发送到服务器，服务器以文本格式返回数据。 '],
    ['Russian', 'Запросы отправляются на сервер, который отвечает данными в виде текста. '],
  ])('has one hint: %s', async (_language, sentence) => {
    const [finding, ...others] = await inspect(`# API\n\n---\n\n${sentence.repeat(3)}\n`)
    expect(finding).toMatchObject({ severity: 'hint', slide: 1, line: 1 })
    expect(finding?.fix).toContain('lang: fr')
    expect(others).toEqual([])
  })

  it.each(['lang: fr', 'htmlAttrs:\n  lang: fr'])('has none with %j', async (language) => {
    const slides = '# Titre\n\nLes requêtes sont envoyées au serveur. '.repeat(5)
    expect(await inspect(`---\n${language}\n---\n\n${slides}\n`)).toEqual([])
  })

  it('still has what its list calls wrong', async () => {
    const sentence = 'Les requêtes sont envoyées au serveur de llama2. '
    expect(await wordsFoundIn(`# API\n\n${sentence.repeat(5)}\n`, 'llama2 -> Llama 2\n')).toEqual([
      'llama2',
      '',
    ])
  })

  it('keeps a line, a slide and a note from the check, but not the others', async () => {
    const german = 'Diese Folie ist auf Deutsch geschrieben, damit wir sehen, was damit geschieht.'
    const english = 'The words of this slide are right and there are enough of them for a deck. '
    expect(
      await wordsFoundIn(
        `# A talk\n\n${english.repeat(4)}\n\n> Wer nicht wagt, der nicht gewinnt\n\nA volcabulary\n\n` +
          `---\n\n${german}\n\n---\n\n# Two\n\n<!-- ${german} -->\n`,
      ),
    ).toEqual(['volcabulary'])
  })
})

describe('a word that the deck introduces is left alone:', () => {
  it.each([
    ['in a fence', '```js\nconst embeding = 1\n```'],
    ['in a fence of tildes', '~~~js\nembedingSize()\n~~~'],
    ['in code', 'call `embeding_size()`'],
    ['in an identifier', 'call `parseEmbeding()`'],
    ['in an address', 'see https://example.com/embeding'],
    ['in a link’s address', '[docs](https://embeding.dev)'],
    ['as a component', '<Embeding />'],
    ['in italics', 'this is *embeding*'],
    ['in quotation marks', 'this is “embeding”'],
    ['as a definition', '<dfn>embeding</dfn>: a vector'],
    ['as an abbreviation', '<abbr title="a vector">embeding</abbr>'],
  ])('%s', async (_where, markdown) => {
    expect(await wordsFoundIn(`# A talk\n\n${markdown}\n\n---\n\nthe embeding\n`)).toEqual([])
  })

  it.each([
    ['in the path of an image', '![A vector](/embeding.png)'],
    ['in a title', '[docs](/docs "embeding")'],
    ['in bold', '**embeding** of words'],
  ])('but not %s', async (_where, markdown) => {
    expect(await wordsFoundIn(`# A talk\n\n${markdown}\n\n---\n\nthe embeding\n`)).toEqual([
      'embeding',
    ])
  })
})

describe('severity', () => {
  it('is a warning for a slip in a common word', async () => {
    const words =
      'recieve seperately fourty teh occured definately enviroment langauge paramter begining refering noticable untill'
    const findings = await inspect(`# A talk\n\nThe words: ${words}\n`)
    expect(findings.map(({ severity }) => severity)).toEqual(words.split(' ').map(() => 'warning'))
    expect(findings.map(({ fix }) => /"([^"]*)"/.exec(fix)?.[1]).join(' ')).toBe(
      'receive separately forty the occurred definitely environment language parameter beginning referring noticeable until',
    )
  })

  it.each([
    ['between a slip and a word of two parts', 'the inlines', 'inclines'],
    ['among names', 'by Ludmila Spritzr', 'Spritz'],
  ])('is a hint for a word %s', async (_what, text, correction) => {
    const [finding, ...others] = await inspect(`# A talk\n\n${text}\n`)
    expect(finding?.severity).toBe('hint')
    expect(finding?.fix).toContain(`"${correction}"`)
    expect(others).toEqual([])
  })

  it('is one hint for all words that are like no other one', async () => {
    expect(
      await inspect('# A talk\n\nan advergame of datavis\n\n---\n\nthe advergame\n'),
    ).toMatchObject([
      {
        severity: 'hint',
        slide: 1,
        line: 3,
        slides: [1, 2],
        seen: '2 words are in no dictionary: "advergame", "datavis"',
      },
    ])
  })
})

describe('a word written twice', () => {
  it.each([
    ['in a line', 'Corner of the the canvas', 'the the'],
    ['over two lines', 'Corner of the\nthe canvas', 'the the'],
    ['with a capital', 'The the canvas', 'The the'],
    ['in a note', 'Text\n\n<!-- we go to to the next -->', 'to to'],
  ])('is found %s', async (_where, markdown, seen) => {
    expect(await inspect(`# A talk\n\n${markdown}\n`)).toMatchObject([
      { severity: 'warning', seen: `"${seen}" has a word twice`, slide: 1 },
    ])
  })

  it.each([
    ['in two paragraphs', 'of the\n\nthe canvas'],
    ['in two items', '- in\n- in'],
    ['around code', 'the `the` the'],
    ['that may be meant', 'we know that that had had is very very good, bye bye'],
    ['as part of another', 'the theory of on-on, to-to a'],
    ['in code', '```\nthe the\n```'],
  ])('is none %s', async (_where, markdown) => {
    expect(await inspect(`# A talk\n\n${markdown}\n`)).toEqual([])
  })
})

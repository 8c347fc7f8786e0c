import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readPort } from '../../browser/listening-port.ts'
import type { Finding } from '../../checks/finding.ts'
import {
  copyFixtures,
  examine,
  findingsOf,
  FIXTURES,
  placeOf,
  writeCollection,
} from '../harness/doctor.ts'
import { ADDON_FINDINGS, DECK_FINDINGS, PLANTED_FINDINGS } from '../harness/planted-findings.ts'
import type { PlantedFinding } from '../harness/planted-findings.ts'
import { copyProject } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { drawImages } from '../harness/test-images.ts'

/** Headmatter of a deck with the addon. Its last line has a finding. */
const WITH_ADDON = 'addons: [slidev-addon-addon]\ntransition: slide-left'

/** Corrections of the author's misspellings, by the `words.txt` beside the author's file. */
const CORRECTIONS = [
  'Llama 3',
  'Llama 2',
  'vs.',
  'Rejection Sampling',
  'RoBERTa',
  'vocabulary',
  'model size',
  'Forecast',
  'downstream',
  'Initial',
  'stages',
  'Preference',
  'InsTag',
  'Code Expert',
  'Challenges',
]

const ALL_FINDINGS = [...PLANTED_FINDINGS, ...ADDON_FINDINGS, ...DECK_FINDINGS]

/** A host with one page. */
const host = createServer((request, response) => {
  response.statusCode = request.url === '/there' ? 200 : 404
  response.end()
})

let fixtures: TemporaryFolder
let origin: string

beforeAll(async () => {
  fixtures = copyFixtures()
  host.listen(0, '127.0.0.1')
  await once(host, 'listening')
  origin = `http://127.0.0.1:${readPort(host)}`
  const links = `# Links\n\n- [there](${origin}/there)\n- [gone](${origin}/gone)\n`
  writeFileSync(join(fixtures.path, 'online.md'), links)
})

afterAll(() => {
  fixtures.remove()
  host.closeAllConnections()
  host.close()
})

it('has a deck for each planted finding, and a twin without it', () => {
  const decks = readdirSync(FIXTURES).filter((name) => name.endsWith('.md'))
  const planted = ALL_FINDINGS.map(({ deck }) => deck)
  expect(decks.toSorted()).toEqual(
    planted.flatMap((deck) => [`${deck}.md`, `${deck}.healthy.md`]).toSorted(),
  )
  expect(planted.length).toBeGreaterThanOrEqual(40)
})

describe.each([
  {
    name: 'a deck without addons',
    planted: PLANTED_FINDINGS,
    setting: '',
    beside: [],
    online: false,
  },
  {
    name: 'a deck with the addon',
    planted: [...ADDON_FINDINGS, ...DECK_FINDINGS],
    setting: WITH_ADDON,
    beside: ['online.md'],
    online: true,
  },
])('in $name', ({ planted, setting, beside, online }) => {
  let collection: string
  let findings: Finding[]

  beforeAll(async () => {
    const decks = planted.flatMap(({ deck }) => [`${deck}.md`, `${deck}.healthy.md`])
    collection = writeCollection(fixtures, [...decks, ...beside], setting)
    findings = (await examine(fixtures, collection, { online })).findings
  })

  it.each(planted)('$deck is found once, on its line', (finding) => {
    expect(findingsOf(findings, finding.deck)).toEqual([expected(finding)])
  })

  it('nothing is found in the twins; with the addon, the dead link is', () => {
    const files = new Set(planted.map(({ deck }) => `${deck}.md`))
    const others = findings.filter(({ file }) => !files.has(file))
    expect(others.map(({ file, line, seen }) => `${file}:${line}: ${seen}`)).toEqual(
      setting === WITH_ADDON ? [`online.md:4: the link "gone" to ${origin}/gone answers 404`] : [],
    )
    expect(findings).toHaveLength(planted.length + others.length)
  })
})

describe('the author’s unchanged file', () => {
  let project: TemporaryFolder
  let findings: Finding[]

  beforeAll(async () => {
    project = copyProject('seed')
    await drawImages(project.path)
    findings = (await examine(project, 'slides.md')).findings
  })

  afterAll(() => project.remove())

  it('has 22 images without an alternative text, one of them from another host', () => {
    const seen = findings.map((finding) => `${finding.check}: ${finding.seen}`)
    expect(seen.filter((text) => text.includes('has no alternative text'))).toHaveLength(22)
    expect(seen.filter((text) => text.startsWith('network'))).toEqual([
      expect.stringMatching(/^network: https:\/\/huggingface\.co\/\S+\/dpo\.png is requested by/),
    ])
  })

  it('has misspellings, each with its correction', () => {
    const fixes = findings.filter(({ check }) => check === 'spelling').map(({ fix }) => fix)
    const words = fixes.map((fix) => /^Write "([^"]+)"/.exec(fix)?.[1])
    expect(words).toEqual(expect.arrayContaining(CORRECTIONS))
  })

  it('has nothing else: nothing is cut, covered, illegible or wrong in the console', () => {
    const others = findings.filter(
      ({ check, seen }) =>
        !['spelling', 'network'].includes(check) && !seen.includes('has no alternative text'),
    )
    expect(others).toEqual([])
  })
})

function expected(finding: PlantedFinding): unknown {
  const { check, seen, when, severity } = finding
  return { check, place: placeOf(finding), seen: expect.stringMatching(seen), when, severity }
}

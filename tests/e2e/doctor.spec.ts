import { copyFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Finding } from '../../tools/checks/finding.ts'
import { copyFixtures, examine, findingsOf, placeOf, writeCollection } from './doctor.ts'
import { ADDON_FAULTS, DECK_FAULTS, PLANTED_FAULTS } from './planted-faults.ts'
import type { PlantedFault } from './planted-faults.ts'
import { copyProject, ROOT, writeDeck } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

const WITH_ADDON = 'addons: [slidev-addon-addon]'

/** How the author's misspellings are written, by `tests/fixtures/seed/corrections.json`. */
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

const ALL_FAULTS = [...PLANTED_FAULTS, ...ADDON_FAULTS, ...DECK_FAULTS]

let fixtures: TemporaryFolder

beforeAll(() => {
  fixtures = copyFixtures()
})

afterAll(() => fixtures.remove())

it('has a deck for each planted fault, and a twin without it', () => {
  const decks = readdirSync(fixtures.path).filter((name) => name.endsWith('.md'))
  const planted = ALL_FAULTS.map(({ deck }) => deck)
  expect(decks.toSorted()).toEqual(
    planted.flatMap((deck) => [`${deck}.md`, `${deck}.healthy.md`]).toSorted(),
  )
  expect(planted.length).toBeGreaterThanOrEqual(40)
})

describe.each([
  ['a deck without addons', PLANTED_FAULTS, ''],
  ['a deck with the addon', ADDON_FAULTS, WITH_ADDON],
])('each fault planted in %s', (_name, faults, setting) => {
  let findings: Finding[]

  beforeAll(async () => {
    const decks = faults.map(({ deck }) => `${deck}.md`)
    findings = (await examine(fixtures, writeCollection(fixtures, decks, setting))).findings
  })

  it.each(faults)('$deck is found once, on its line', (fault) => {
    expect(findingsOf(findings, fault.deck)).toEqual([expected(fault)])
  })

  it('is all that is found', () => {
    expect(findings).toHaveLength(faults.length)
  })
})

describe('a fault of a whole deck', () => {
  it.each(DECK_FAULTS)('$deck is found once, on its line', async (fault) => {
    const { findings } = await examine(fixtures, `${fault.deck}.md`)
    expect(findingsOf(findings, fault.deck)).toEqual([expected(fault)])
    expect(findings).toHaveLength(1)
  })
})

it('finds nothing in the twins without the faults', async () => {
  const twins = ALL_FAULTS.map(({ deck }) => `${deck}.healthy.md`)
  const collection = writeCollection(fixtures, twins, `${WITH_ADDON}\ntransition: fade`)
  const { findings, slides } = await examine(fixtures, collection)
  expect(findings).toEqual([])
  expect(slides.length).toBeGreaterThan(twins.length)
})

it('asks with --online for the linked pages, and tells which do not answer', async () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/there' ? 200 : 404
    response.end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const origin =
    typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : 'no port'
  const folder = writeDeck({
    'slides.md': `# Links\n\n- [there](${origin}/there)\n- [gone](${origin}/gone)\n`,
  })
  try {
    const { findings } = await examine(folder, 'slides.md', { checks: ['links'], online: true })
    expect(findings.map(({ line, seen }) => `${line}: ${seen}`)).toEqual([
      `4: the link "gone" to ${origin}/gone answers 404`,
    ])
  } finally {
    folder.remove()
    server.closeAllConnections()
    server.close()
  }
})

describe('the author’s unchanged file', () => {
  let project: TemporaryFolder
  let findings: Finding[]

  beforeAll(async () => {
    project = copyProject()
    copyFileSync(join(ROOT, 'tests/fixtures/seed/slides.md'), join(project.path, 'slides.md'))
    findings = (await examine(project, 'slides.md')).findings
  })

  afterAll(() => project.remove())

  it('has 22 pictures without an alternative text, one of them from another host', () => {
    const seen = findings.map((finding) => `${finding.check}: ${finding.seen}`)
    expect(seen.filter((text) => text.includes('has no alternative text'))).toHaveLength(22)
    expect(seen.filter((text) => text.startsWith('network'))).toEqual([
      expect.stringMatching(/^network: https:\/\/huggingface\.co\/\S+\/dpo\.png is asked for by/),
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

function expected(fault: PlantedFault): unknown {
  const { check, seen, when } = fault
  return { check, place: placeOf(fault), seen: expect.stringMatching(seen), when }
}

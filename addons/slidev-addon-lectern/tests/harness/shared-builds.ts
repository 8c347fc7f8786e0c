import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { inject } from 'vitest'

import { withLock } from '../../output/lock.ts'
import { drawPictures } from './pictures.ts'
import { buildFolder, copyProject, publishDeck, ROOT } from './project-copy.ts'
import type { Fixture, TemporaryFolder } from './project-copy.ts'

/** A configuration of Vite with nothing of ours. */
const STOCK_CONFIG = `import { defineConfig } from 'vite'

export default defineConfig({})
`

/** Makes a deck in a new folder and returns where it was built. */
type Build = (folder: TemporaryFolder) => Promise<string>

/** The decks that several files of tests look at, by the name they are asked for. */
const BUILDS = {
  /** The fixture `talk` as `npm run build -- --speaker` builds it: with notes and presenter mode. */
  talk: publishFixture('talk'),
  /** The author's unchanged file, as Slidev builds it with the project's settings. */
  seed: async (folder) => {
    const project = copyProject('seed', folder)
    await drawPictures(project.path)
    return buildFolder(project)
  },
  /** One slide for each of Slidev's features, the same way. */
  features: publishFixture('features'),
  /** Slides with links, faults and pictures to print, built by Slidev's own command; not prerendered. */
  print: async (folder) => {
    const project = copyProject('talk', folder)
    cpSync(join(ROOT, 'tests/fixtures/print/slides.md'), join(project.path, 'slides.md'))
    return buildFolder(project)
  },
  /** The features as Slidev alone builds them. */
  'features-stock': async (folder) => {
    const project = copyProject('features', folder)
    writeFileSync(join(project.path, 'vite.config.ts'), STOCK_CONFIG)
    return buildFolder(project)
  },
} satisfies Record<string, Build>

/** Name of a deck that is built once for all tests. */
export type SharedBuild = keyof typeof BUILDS

/**
 * Builds a deck for all files of tests of this run: the first one that asks for it builds it, the others wait.
 * Nobody writes into it.
 *
 * @returns Path of the built deck.
 * @throws {Error} for everyone who asks, when it cannot be built.
 */
export async function shareBuild(name: SharedBuild): Promise<string> {
  const path = join(inject('sharedBuilds'), name)
  const result = `${path}.json`
  const work = { description: `building the shared deck ${name}`, log: () => {} }
  return withLock(`${path}.lock`, work, async () => {
    if (!existsSync(result)) {
      writeFileSync(result, JSON.stringify(await tryBuild(name, path)))
    }
    const built: BuildResult = JSON.parse(readFileSync(result, 'utf8'))
    if ('error' in built) {
      throw new Error(built.error)
    }
    return built.site
  })
}

type BuildResult = { site: string } | { error: string }

async function tryBuild(name: SharedBuild, path: string): Promise<BuildResult> {
  try {
    mkdirSync(path)
    return { site: await BUILDS[name]({ path, remove: () => {} }) }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function publishFixture(fixture: Fixture): Build {
  return async (folder) => {
    const project = copyProject(fixture, folder)
    await drawPictures(project.path)
    return publishDeck(project, { isSpeaker: true })
  }
}

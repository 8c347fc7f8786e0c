import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { inject } from 'vitest'

import { withLock } from '../../output/lock.ts'
import { buildFolder, copyFixture, copyProject, FIXTURES, publishDeck } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'
import { drawImages } from './test-images.ts'

/** Writes a deck into a new folder and returns the path of its built site. */
type Build = (folder: TemporaryFolder) => Promise<string>

/** Decks that several test files look at, by name. */
const BUILDS = {
  /** The fixture `talk` as `lectern build --speaker` builds it: with notes and presenter mode. */
  talk: async (folder) => publishDeck(copyProject('talk', folder), { isSpeaker: true }),
  /** The author's unchanged file, built with the project's settings; not prerendered. */
  seed: async (folder) => {
    const project = copyProject('seed', folder)
    await drawImages(project.path)
    return buildFolder(project)
  },
  /** One slide for each of Slidev's features, the same way. */
  features: async (folder) => publishDeck(copyFeatures(folder), { isSpeaker: true }),
  /** Slides with links, problems and images to print; not prerendered. */
  print: async (folder) => {
    const project = copyProject('talk', folder)
    cpSync(join(FIXTURES.print, 'slides.md'), join(project.path, 'slides.md'))
    return buildFolder(project)
  },
  /** Each kind of element that a screen reader may meet, with presenter mode. */
  accessible: async (folder) => publishDeck(copyFixture('accessible', folder), { isSpeaker: true }),
  /** A deck of its own with live figures, with presenter mode. */
  figures: async (folder) => publishDeck(copyFixture('figures', folder), { isSpeaker: true }),
  /** The features as Slidev builds them without Lectern. */
  'features-stock': async (folder) => buildWithoutLectern(copyFeatures(folder)),
} satisfies Record<string, Build>

/** Name of a deck that is built once a run. */
export type SharedBuild = keyof typeof BUILDS

/**
 * Builds a deck once for all test files of this run: the first caller builds it, the others wait. Nobody may write
 * into it.
 *
 * @returns Path of the built deck.
 * @throws {Error} for each caller, when it cannot be built.
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

/** Adds the view that is printed, which Slidev leaves out of a built site. */
const PRINT_ROUTE = `
const component = () => import('@slidev/client/pages/print.vue')

export default (routes) => [...routes, { name: 'print', path: '/print', component }]
`

/** Builds the deck of a project copy with Slidev alone. */
async function buildWithoutLectern({ path }: TemporaryFolder): Promise<string> {
  writeFileSync(join(path, 'package.json'), '{ "slidev": { "addons": ["slidev-addon-addon"] } }\n')
  writeFileSync(join(path, 'setup/routes.ts'), PRINT_ROUTE)
  const slidev = join(path, 'node_modules/@slidev/cli/bin/slidev.mjs')
  await promisify(execFile)(process.execPath, [slidev, 'build'], {
    cwd: path,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return join(path, 'dist')
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

/** Copies the project with the fixture `features`, without the progress line, which is a component of Lectern. */
function copyFeatures(folder: TemporaryFolder): TemporaryFolder {
  const project = copyProject('features', folder)
  rmSync(join(project.path, 'slide-bottom.vue'))
  return project
}

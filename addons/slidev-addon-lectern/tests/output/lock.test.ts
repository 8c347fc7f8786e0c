import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { withLock } from '../../output/lock.ts'

/** The waits of the code under test, which take no time here. */
const waits = vi.hoisted(() => ({ count: 0, onWait: (_count: number): void => {} }))

vi.mock(import('node:timers/promises'), async (importOriginal) => {
  const timers = await importOriginal()
  const wait: typeof timers.setTimeout = async (_ms, value) => {
    waits.count += 1
    waits.onWait(waits.count)
    await new Promise(setImmediate)
    // oxlint-disable-next-line typescript/no-non-null-assertion -- undefined, where no value is given
    return value!
  }
  return { ...timers, setTimeout: wait, default: { ...timers, setTimeout: wait } }
})

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  path = join(folder, 'work.lock')
  waits.count = 0
  waits.onWait = () => {}
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const QUIET = { description: 'building slides.md', log: (): void => {} }

/** Content of a lock. */
function lockOf(pid: number | undefined, since = Date.now()): string {
  return JSON.stringify({ pid, description: 'building other.md', since })
}

it('does one piece of work after the other, also when one fails', async () => {
  let atWork = 0
  let most = 0
  const work = async (fails: boolean): Promise<void> => {
    atWork += 1
    most = Math.max(most, atWork)
    await new Promise(setImmediate)
    atWork -= 1
    if (fails) {
      throw new Error('failed')
    }
  }
  const results = await Promise.allSettled(
    [false, true, false].map(async (fails) => withLock(path, QUIET, async () => work(fails))),
  )
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(most).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

it('writes into the lock who holds it, and for what', async () => {
  const content = await withLock(path, QUIET, async () => readFileSync(path, 'utf8'))
  expect(JSON.parse(content)).toEqual({
    pid: process.pid,
    description: 'building slides.md',
    since: expect.any(Number),
  })
})

describe('a lock of a process that is at work', () => {
  it('is waited for, which is said once, after two seconds', async () => {
    const now = Date.now()
    vi.spyOn(Date, 'now').mockReturnValue(now)
    writeFileSync(path, lockOf(process.pid, now - 75_000))
    const log = vi.fn<(line: string) => void>()
    const logged: number[] = []
    waits.onWait = (count) => {
      logged.push(log.mock.calls.length)
      if (count === 100) {
        rmSync(path)
      }
    }
    expect(await withLock(path, { ...QUIET, log }, async () => 'done')).toBe('done')
    expect(logged).toHaveLength(100)
    // Looks again every 100 ms: after the twentieth wait, two seconds have passed.
    expect(logged.indexOf(1)).toBe(20)
    expect(log.mock.calls).toEqual([
      [
        `Waiting for process ${process.pid}, which has been building other.md for 75 s. ` +
          `If it hangs, end it, or remove ${path}.`,
      ],
    ])
  })

  it('is waited for without a word when it is released sooner', async () => {
    writeFileSync(path, lockOf(process.pid))
    const log = vi.fn<(line: string) => void>()
    waits.onWait = (count) => {
      if (count === 19) {
        rmSync(path)
      }
    }
    await withLock(path, { ...QUIET, log }, async () => {})
    expect(waits.count).toBe(19)
    expect(log).not.toHaveBeenCalled()
  })

  it('is waited for also where the process belongs to another user', async () => {
    vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
    })
    writeFileSync(path, lockOf(4711))
    waits.onWait = () => rmSync(path)
    await withLock(path, QUIET, async () => {})
    expect(waits.count).toBe(1)
  })
})

describe('a lock that nobody holds is taken at once', () => {
  it.each([
    ['of a process that is gone', lockOf(spawnSync(process.execPath, ['--version']).pid)],
    ['that is empty', ''],
    ['that holds nonsense', '}{ no lock'],
    ['that holds null', 'null'],
    ['without a process', JSON.stringify({ description: 'building x', since: 0 })],
    ['of a process group', lockOf(0)],
    ['of no process', lockOf(-1)],
    ['of half a process', lockOf(1.5)],
    ['of a process with a number that no system has', lockOf(2 ** 40)],
  ])('%s', async (_case, content) => {
    writeFileSync(path, content)
    expect(await withLock(path, QUIET, async () => 'done')).toBe('done')
    expect(waits.count).toBe(0)
    expect(readdirSync(folder)).toEqual([])
  })

  it('by one only of those who wait', async () => {
    writeFileSync(path, '')
    const takers: string[] = []
    const take = async (name: string): Promise<void> =>
      withLock(path, QUIET, async () => {
        takers.push(`${name} begins`)
        await new Promise(setImmediate)
        takers.push(`${name} ends`)
      })
    await Promise.all([take('one'), take('two')])
    expect(takers).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
  })

  it('but not when another process has taken it since it was read', async () => {
    const taken = lockOf(process.pid)
    writeFileSync(path, lockOf(4711))
    vi.spyOn(process, 'kill').mockImplementationOnce(() => {
      writeFileSync(path, taken)
      throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' })
    })
    waits.onWait = () => {
      expect(readFileSync(path, 'utf8')).toBe(taken)
      rmSync(path)
    }
    await withLock(path, QUIET, async () => {})
    expect(waits.count).toBe(1)
  })
})

it('fails where the lock cannot be written, instead of waiting for it', async () => {
  const nowhere = join(folder, 'missing/work.lock')
  await expect(withLock(nowhere, QUIET, async () => {})).rejects.toThrow('ENOENT')
  expect(existsSync(nowhere)).toBe(false)
})

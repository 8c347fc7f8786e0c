// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, it } from 'vitest'

import { withLock } from '../../../tools/lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))

afterAll(() => rmSync(folder, { recursive: true }))

it('does one piece of work after the other, also when one fails', async () => {
  const path = join(folder, 'work.lock')
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
    [false, true, false].map(async (fails) => withLock(path, async () => work(fails))),
  )
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(most).toBe(1)
  expect(existsSync(path)).toBe(false)
})

it('does not wait for a process that is gone', async () => {
  const path = join(folder, 'left.lock')
  const { pid } = spawnSync(process.execPath, ['--version'])
  writeFileSync(path, String(pid))
  expect(await withLock(path, async () => 'done')).toBe('done')
})

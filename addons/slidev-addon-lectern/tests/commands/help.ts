import { describe, expect, it } from 'vitest'

import type { CommandSyntax } from '../../commands/call/command.ts'
import { call, makeInvocation } from './calls.ts'

/** Declares the tests that every command's help passes. */
export function describeHelp(commands: readonly CommandSyntax<unknown>[]): void {
  describe('the help', () => {
    it.each(commands)('of $name is printed, and nothing is done', async (command) => {
      const { code, printed, warned, run } = await call(command, ['--help'], makeInvocation())
      expect([code, warned, run.mock.calls]).toEqual([0, '', []])
      expect(printed).toMatch(
        new RegExp(`^Usage: npm run ${command.name} -- .*\\[OPTIONS\\]\n\n[A-Z]`),
      )
      expect(printed).toMatch(/\nExit codes:\n {2}0 {2}/)
    })
  })
}

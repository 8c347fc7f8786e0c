import { join } from 'node:path'

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')

// Limits tell a test that hangs from one that is slow: ten times and more of what it takes on a quiet machine.
const MINUTE_MS = 60_000

/** Files that run Slidev in their own process, which keeps what it knows of the first deck. */
const IN_PROCESS = ['addons/slidev-addon-addon/tests/e2e/syntax.spec.ts', 'tests/project.spec.ts']

const E2E = {
  globalSetup: 'addons/slidev-addon-lectern/tests/harness/build.ts',
  expect: { poll: { timeout: 5 * MINUTE_MS } },
  testTimeout: 15 * MINUTE_MS,
  hookTimeout: 30 * MINUTE_MS,
}

export default defineConfig({
  root,
  plugins: [vue()],
  test: {
    // As many as there are cores: while one waits for a browser, the other one works.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{addons/*/tests,bench/tests,tests}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 2 * MINUTE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'figures',
          include: ['figures/**/*.test.ts'],
          environment: 'happy-dom',
          // Figures share nothing but their sources: a window for each file costs more than the tests.
          isolate: false,
          testTimeout: 2 * MINUTE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          ...E2E,
          include: ['{addons/*/tests,bench/tests,tests}/**/*.spec.ts'],
          exclude: IN_PROCESS,
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'e2e-alone', ...E2E, include: IN_PROCESS },
      },
    ],
  },
})

import { readPackageVersion } from '../deck/find-slidev.ts'
import { PACKAGE_ROOT } from '../deck/package-root.ts'
import { runNamedCommand } from './call/run-named-command.ts'
import { runProcess } from './call/run-process.ts'

process.exitCode = await runNamedCommand(
  {
    doctor: {
      summary: 'checks every slide in light and dark mode, and reports what to fix on which line',
      run: async (args) => runProcess((await import('./doctor.ts')).DOCTOR, args),
    },
    build: {
      summary: 'builds a static site with a page for each slide',
      run: async (args) => runProcess((await import('./build.ts')).BUILD, args),
    },
    export: {
      summary: 'writes the slides as a tagged PDF, as images or as PPTX',
      run: async (args) => runProcess((await import('./export.ts')).EXPORT, args),
    },
    handout: {
      summary: 'writes the slides with their notes on A4 sheets, as a PDF',
      run: async (args) => runProcess((await import('./handout.ts')).HANDOUT, args),
    },
    figures: {
      summary: 'draws the figures of the deck as images, or compares them with these',
      run: async (args) => runProcess((await import('./figures.ts')).FIGURES, args),
    },
    preview: {
      summary: 'serves the built site as its host will',
      run: async (args) => runProcess((await import('./preview.ts')).PREVIEW, args),
    },
  },
  process.argv.slice(2),
  { print: console.log, warn: console.error },
  () => readPackageVersion(PACKAGE_ROOT) ?? 'unknown',
)

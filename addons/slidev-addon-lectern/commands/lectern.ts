import { runChosen, runProcess } from './call/run-process.ts'

await runChosen({
  doctor: {
    summary: 'examines every slide in light and dark, and says what to mend and where',
    run: async (args) => runProcess((await import('./doctor.ts')).DOCTOR, args),
  },
  build: {
    summary: 'builds the site for everybody, a page for each slide',
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
  preview: {
    summary: 'serves the built site as a host would',
    run: async (args) => runProcess((await import('./preview.ts')).PREVIEW, args),
  },
})

import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { ensureBrowser } from '../tools/browser.ts'
import { describeDifference } from '../tools/figure-difference.ts'
import {
  createFigureRenderer,
  listFigures,
  picturePath,
  serveFigures,
} from '../tools/figure-renderer.ts'
import { writeFileAtomically } from '../tools/write-file.ts'

const USAGE = `Usage: npm run figures [-- NAME …] [-- --check | --open]

  (nothing)  renders every figure into public/
  NAME …     renders these, for example llama3-size
  --check    compares with the committed pictures and writes nothing; exit 1 when one differs
  --open     serves the figures' page with hot reload until Ctrl+C`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, open: { type: 'boolean' }, help: { type: 'boolean' } },
})

if (values.help) {
  console.log(USAGE)
} else if (values.open) {
  const server = await serveFigures(3040)
  console.log(`Figures: ${server.resolvedUrls?.local[0]} (Ctrl+C ends)`)
} else {
  process.exitCode = await renderAll()
}

async function renderAll(): Promise<number> {
  const known = listFigures()
  const unknown = positionals.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    console.error(`No such figure: ${unknown.join(', ')}. Known: ${known.join(', ')}.`)
    return 1
  }
  const names = positionals.length > 0 ? positionals : known
  const renderer = await createFigureRenderer(ensureBrowser(console.log))
  let failures = 0
  try {
    for (const [index, name] of names.entries()) {
      const problem = await renderOne(name, renderer.render)
      failures += problem ? 1 : 0
      console.log(`[${index + 1}/${names.length}] ${name} ${problem ?? 'ok'}`)
    }
  } finally {
    await renderer.close()
  }
  return failures > 0 ? 1 : 0
}

/** Renders or checks one figure. Returns what is wrong with it, if anything. */
async function renderOne(
  name: string,
  render: (name: string) => Promise<Buffer>,
): Promise<string | undefined> {
  try {
    const png = await render(name)
    if (values.check) {
      return await describeDifference(name, readFileSync(picturePath(name)), png)
    }
    writeFileAtomically(picturePath(name), png)
    return undefined
  } catch (error) {
    return `FAILED\n${error instanceof Error ? error.message : String(error)}`
  }
}

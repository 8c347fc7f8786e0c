import { readFileSync } from 'node:fs'

import { describeDifference } from './difference.ts'
import type { PictureRecord } from './record.ts'

/** Figures to draw, or to compare with their pictures. */
export interface FigureOrder {
  names: readonly string[]
  /** Whether the figures were named one by one. Draws then also where the author put a picture in its place. */
  isNamed: boolean
  /** Compares, and writes nothing. */
  isCheck: boolean
}

/** The pictures of a project, and the page that draws them. */
export interface FigureStudio {
  record: PictureRecord
  /** Draws a figure as a PNG. */
  render: (name: string) => Promise<Buffer>
  /** Absolute path of a figure's picture. */
  pathOf: (name: string) => string
  /** A path as messages name it. */
  describePath: (path: string) => string
  /** Gets one line for each figure. */
  print: (line: string) => void
}

/**
 * Draws figures, or compares them with their pictures.
 *
 * @returns Number of figures that differ from their picture or cannot be drawn.
 */
export async function drawFigures(order: FigureOrder, studio: FigureStudio): Promise<number> {
  const { names } = order
  let failures = 0
  for (const [index, name] of names.entries()) {
    const { isRight, message } = await drawOne(name, order, studio)
    failures += isRight ? 0 : 1
    studio.print(`[${index + 1}/${names.length}] ${name} ${message}`)
  }
  return failures
}

/** Result for one figure. */
interface Outcome {
  isRight: boolean
  message: string
}

/** Draws a figure or compares it with its picture; keeps a picture of the author's own unless the figure is named. */
async function drawOne(
  name: string,
  { isNamed, isCheck }: FigureOrder,
  { record, render, pathOf, describePath }: FigureStudio,
): Promise<Outcome> {
  const origin = record.originOf(name)
  const path = pathOf(name)
  if (origin === 'overwritten' && (isCheck || !isNamed)) {
    const hint = `"npm run figures -- ${name}" draws it anew`
    return {
      isRight: true,
      message: `kept: ${describePath(path)} is a picture of your own; ${hint}`,
    }
  }
  try {
    const png = await render(name)
    if (!isCheck) {
      record.write(name, png)
      return { isRight: true, message: 'ok' }
    }
    const difference =
      origin === 'missing'
        ? `${describePath(path)} is missing. Run "npm run figures -- ${name}".`
        : await describeDifference(name, readFileSync(path), png)
    return { isRight: difference === undefined, message: difference ?? 'ok' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { isRight: false, message: `FAILED\n${reason}` }
  }
}

import { readFileSync } from 'node:fs'

import { describeImageDifference } from './image-difference.ts'
import type { ImageRecord } from './image-record.ts'

/** Figures to draw, or to compare with their images. */
export interface FigureOrder {
  names: readonly string[]
  /** Whether the author named the figures. If so, they replace images of the author's own as well. */
  isNamed: boolean
  /** Whether to compare only, and to write nothing. */
  isCheck: boolean
}

/** The images of a project, and the page that draws them. */
export interface FigureProject {
  record: ImageRecord
  /** Draws a figure as a PNG. */
  render: (name: string) => Promise<{ png: Buffer; steps: number }>
  /** Absolute path of a figure's image. */
  pathOf: (name: string) => string
  /** Returns a path as messages name it. */
  describePath: (path: string) => string
  /** Prints one line for each figure. */
  print: (line: string) => void
}

/**
 * Draws figures, or compares them with their images.
 *
 * @returns Number of figures that differ from their image or cannot be drawn.
 */
export async function drawFigures(order: FigureOrder, project: FigureProject): Promise<number> {
  const { names } = order
  let failures = 0
  for (const [index, name] of names.entries()) {
    const { isRight, message } = await drawOne(name, order, project)
    failures += isRight ? 0 : 1
    project.print(`[${index + 1}/${names.length}] ${name} ${message}`)
  }
  return failures
}

/** Result for one figure. */
interface Outcome {
  isRight: boolean
  message: string
}

/** Draws a figure or compares it with its image; keeps an image of the author's own unless the figure is named. */
async function drawOne(
  name: string,
  { isNamed, isCheck }: FigureOrder,
  { record, render, pathOf, describePath }: FigureProject,
): Promise<Outcome> {
  const origin = record.originOf(name)
  const path = pathOf(name)
  if (origin === 'overwritten' && (isCheck || !isNamed)) {
    const hint = `"npm run figures -- ${name}" replaces it`
    return {
      isRight: true,
      message: `kept: ${describePath(path)} is an image of your own; ${hint}`,
    }
  }
  try {
    const { png, steps } = await render(name)
    if (!isCheck) {
      record.write(name, png, steps)
      return { isRight: true, message: 'ok' }
    }
    const difference =
      origin === 'missing'
        ? `${describePath(path)} is missing. Run "npm run figures -- ${name}".`
        : await describeImageDifference(name, readFileSync(path), png)
    return { isRight: difference === undefined, message: difference ?? 'ok' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { isRight: false, message: `FAILED\n${reason}` }
  }
}

import { readFileSync } from 'node:fs'

import { describeImageDifference } from './image-difference.ts'
import type { DrawnFigure, FigureDrawing, ImageRecord } from './image-record.ts'

/** Figures to draw, or to compare with their images. */
export interface FigureOrder {
  names: readonly string[]
  /** Whether the author named the figures. If so, they replace images of the author's own as well. */
  isNamed: boolean
  /** Whether to compare only, and to write nothing. */
  isCheck: boolean
  /** Whether a figure with a warning is not drawn. */
  isStrict: boolean
}

/** The images of a deck, and what draws them. */
export interface FigureDesk {
  record: ImageRecord
  /**
   * Draws a figure.
   *
   * @throws {Error} when it cannot be drawn, or has a problem.
   */
  draw: (name: string) => Promise<FigureDrawing>
  /** Absolute path of a figure's image. */
  imageOf: (name: string) => string
  /** Returns a path as messages name it. */
  describePath: (path: string) => string
  /** Returns the call that draws a figure, for messages. */
  callFor: (name: string) => string
  /** Prints one line for each figure. */
  print: (line: string) => void
}

/**
 * Draws figures, or compares them with their images.
 *
 * @returns Number of figures that differ from their image or cannot be drawn.
 */
export async function drawFigures(order: FigureOrder, desk: FigureDesk): Promise<number> {
  const { names } = order
  let failures = 0
  for (const [index, name] of names.entries()) {
    const { isRight, message } = await drawOne(name, order, desk)
    failures += isRight ? 0 : 1
    desk.print(`[${index + 1}/${names.length}] ${name} ${message}`)
  }
  return failures
}

/** Result for one figure. */
interface Outcome {
  isRight: boolean
  message: string
}

const OK: Outcome = { isRight: true, message: 'ok' }

/** Draws a figure or compares it with its image; keeps an image of the author's own unless the figure is named. */
async function drawOne(
  name: string,
  { isNamed, isCheck, isStrict }: FigureOrder,
  desk: FigureDesk,
): Promise<Outcome> {
  const { record, draw, imageOf, describePath, callFor } = desk
  if (record.originOf(name) === 'overwritten' && (isCheck || !isNamed)) {
    const path = describePath(imageOf(name))
    return {
      isRight: true,
      message: `kept: ${path} is an image of your own; "${callFor(name)}" replaces it`,
    }
  }
  try {
    const drawn = await draw(name)
    const warnings = drawn.warnings.join('\n')
    if (isStrict && warnings !== '') {
      return { isRight: false, message: `FAILED\n${warnings}` }
    }
    if (isCheck) {
      return await compare(name, drawn, desk)
    }
    record.write(name, drawn)
    return warnings === '' ? OK : { isRight: true, message: `ok, but\n${warnings}` }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { isRight: false, message: `FAILED\n${reason}` }
  }
}

/** Compares a figure that was just drawn with its image and the record. */
async function compare(
  name: string,
  { png, steps }: DrawnFigure,
  { record, imageOf, describePath, callFor }: FigureDesk,
): Promise<Outcome> {
  const path = describePath(imageOf(name))
  const wrong = (message: string): Outcome => ({ isRight: false, message })
  if (record.originOf(name) === 'missing') {
    return wrong(`${path} is missing. Run "${callFor(name)}".`)
  }
  const difference = await describeImageDifference(readFileSync(imageOf(name)), png)
  if (difference !== undefined) {
    return wrong(`${path} ${difference}. Run "${callFor(name)}", and look at the image.`)
  }
  return record.stepsOf(name) === steps
    ? OK
    : wrong(
        `${path} is recorded with ${record.stepsOf(name)} steps, and the figure has ${steps}. Run "${callFor(name)}".`,
      )
}

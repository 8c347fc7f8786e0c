import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Page } from 'playwright-chromium'

import type { SlidevPackage } from '../../deck/find-slidev.ts'

/** Slide as Slidev's exporter reads it. It also takes the document's facts from the first one, where they are given. */
export interface ExportedSlide {
  note: string
}

/** Print view that Slidev's exporter takes apart. */
export interface ExportContext {
  page: Page
  /** All slides of the deck. */
  slides: readonly ExportedSlide[]
  /** Of a slide, in CSS px. */
  width: number
  /** Of a slide, in CSS px. */
  height: number
  /** Numbers of the slides that are exported. */
  pages: readonly number[]
  /** Opens the print view. */
  go: () => Promise<void>
}

/** Failures of Slidev's exporter. It does not say on which slide, except for `fallbackSlides`. */
export interface ExportReport {
  slideCount: number
  /** Slides that are one image. */
  fallbackSlides: readonly { no: number; reason: string }[]
  /** Number of images with something else in them as well. */
  isolationMissed: number
  /** Values of CSS colors that were not understood. */
  unparsedColors: readonly string[]
}

/** Slidev's own exporter of PPTX with text boxes. Writes the file, whose name ends in `.pptx`. */
export type ExportEditable = (context: ExportContext, output: string) => Promise<ExportReport>

/** Name that Slidev's module exports. */
const NAME = 'exportPptxEditable'

/** Matches the list of a built module's exports that has it. */
const EXPORT_RE = new RegExp(`\\bexport\\s*\\{[^}]*\\b${NAME}\\b`)

/**
 * Loads the exporter of a deck's Slidev. It is a part of `slidev export` that has no address of its own: the name of
 * its module ends in a hash, so it is found by what it exports.
 *
 * @throws {Error} when this Slidev has none, or another one.
 */
export async function loadExporter({ root, version = '' }: SlidevPackage): Promise<ExportEditable> {
  const folder = join(root, 'dist')
  const name = readdirSync(folder).find(
    (file) => file.endsWith('.mjs') && EXPORT_RE.test(readFileSync(join(folder, file), 'utf8')),
  )
  const loaded: Partial<Record<typeof NAME, unknown>> =
    name === undefined ? {} : await import(pathToFileURL(join(folder, name)).href)
  const exporter = loaded[NAME]
  if (!isExporter(exporter)) {
    throw new Error(
      `Slidev ${version} has no exporter for editable PPTX where Lectern looks for it: ${folder} exports no ` +
        `"${NAME}". Install @slidev/cli 52.20.1, or give --format pptx, which writes images.`,
    )
  }
  return exporter
}

function isExporter(value: unknown): value is ExportEditable {
  // The context, and the output.
  return typeof value === 'function' && value.length === 2
}

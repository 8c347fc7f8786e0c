import type { PDFRef } from 'pdf-lib'

import type { ContentGroup, ContentNode, ContentUnit } from './content-stream.ts'
import type { Operator } from './read-operators.ts'

/** Content of one element, which is painted in one or more runs. */
export interface Slot {
  /** Structure type of the element. */
  role: string
  /** Whether lines and areas between its parts belong to it, such as the line of a fraction. */
  isPicture: boolean
  runs: MarkedRun[]
}

/** Content between two marks of a stream. */
export interface MarkedRun {
  /** Page or form. */
  stream: PDFRef
  /** Number of the mark in its stream. */
  mark: number
}

/** Content that readers are not told of. */
export const ARTIFACT = Symbol('artifact')

/** A form that marks its content itself, which no mark may surround. */
export const MARKED_FORM = Symbol('marked form')

/** Owner of what is painted. */
export type Owner = Slot | typeof ARTIFACT | typeof MARKED_FORM

/** Stands for several owners. */
const MIXED = Symbol('mixed')

/** Owner of all that a group paints; `undefined` where it paints nothing. */
type Summary = Owner | typeof MIXED | undefined

/** Writes a stream with as few marks as its owners allow, each within one group. */
export class MarkWriter {
  readonly #bytes: Uint8Array
  readonly #stream: PDFRef
  readonly #owners: ReadonlyMap<ContentUnit, Owner>
  readonly #summaries = new Map<ContentGroup, Summary>()
  readonly #slots: Slot[] = []
  readonly #chunks: Uint8Array[] = []
  #start = 0
  #end = 0

  constructor(bytes: Uint8Array, stream: PDFRef, owners: ReadonlyMap<ContentUnit, Owner>) {
    this.#bytes = bytes
    this.#stream = stream
    this.#owners = owners
  }

  write(nodes: readonly ContentNode[]): void {
    let open: Owner | undefined
    // Operators that paint nothing stay out of a mark that ends before them.
    let waiting: ContentNode[] = []
    const goOn = (): void => {
      waiting.forEach((node) => this.#copy(node))
      waiting = []
    }
    const end = (): void => {
      if (open !== undefined) {
        this.#text('EMC')
      }
      open = undefined
      goOn()
    }
    for (const node of nodes) {
      const owner = this.#summarize(node)
      if (owner === undefined) {
        waiting.push(node)
        continue
      }
      if (owner !== open) {
        end()
      }
      goOn()
      if (owner === MIXED || owner === MARKED_FORM) {
        this.#writeMixed(node)
        continue
      }
      if (open === undefined) {
        this.#begin(owner)
        open = owner
      }
      this.#copy(node)
    }
    end()
  }

  /** Writes a node whose parts are marked one by one. */
  #writeMixed(node: ContentNode): void {
    if (node.kind === 'unit') {
      this.#copy(node)
    } else {
      this.#copyRange(node.open)
      this.write(node.children)
      this.#copyRange(node.close)
    }
  }

  finish(): { bytes: Uint8Array; slots: Slot[] } {
    this.#flush()
    return { bytes: Buffer.concat(this.#chunks), slots: this.#slots }
  }

  /** Returns the owner of all that a node paints. */
  #summarize(node: ContentNode): Summary {
    if (node.kind === 'unit') {
      return this.#owners.get(node)
    }
    if (this.#summaries.has(node)) {
      return this.#summaries.get(node)
    }
    let summary: Summary
    for (const child of node.children) {
      const owner = this.#summarize(child)
      summary =
        summary === undefined || owner === undefined || owner === summary
          ? (summary ?? owner)
          : MIXED
    }
    this.#summaries.set(node, summary)
    return summary
  }

  #begin(owner: Slot | typeof ARTIFACT): void {
    if (owner === ARTIFACT) {
      this.#text('/Artifact BMC')
      return
    }
    const mark = this.#slots.length
    this.#slots.push(owner)
    owner.runs.push({ stream: this.#stream, mark })
    this.#text(`/${owner.role} <</MCID ${mark}>> BDC`)
  }

  #copy(node: ContentNode): void {
    if (node.kind === 'unit') {
      this.#copyRange(node)
    } else {
      this.#copyRange(node.open)
      node.children.forEach((child) => this.#copy(child))
      this.#copyRange(node.close)
    }
  }

  /** Copies bytes; those that follow each other at once. */
  #copyRange(range: Pick<Operator, 'start' | 'end'> | undefined): void {
    if (!range) {
      return
    }
    if (range.start - this.#end > 1 || range.start < this.#end) {
      this.#flush()
      this.#start = range.start
    }
    this.#end = range.end
  }

  #text(text: string): void {
    this.#flush()
    this.#chunks.push(Buffer.from(`${text}\n`))
  }

  #flush(): void {
    if (this.#end > this.#start) {
      this.#chunks.push(this.#bytes.subarray(this.#start, this.#end), NEWLINE)
    }
    this.#start = this.#end
  }
}

const NEWLINE = Buffer.from('\n')

import { PDFDict, PDFName } from 'pdf-lib'

import type { Operand } from '../content/read-operands.ts'
import type { Operator } from '../content/read-operators.ts'
import { readNumber } from '../entries.ts'

/** Reads the operators that open marks. Each page has marks of the same numbers, which are read once. */
export class MarkReader {
  readonly #known = new Map<string, readonly Operand[]>()

  /**
   * Reads what an operator opens: an artifact, or tagged content by the number of its mark.
   *
   * @param resources - Of the page or form, where properties can have a name.
   * @returns `undefined` for a mark that says nothing of either.
   */
  read(operator: Operator, resources: PDFDict | undefined): 'artifact' | number | undefined {
    const { written } = operator
    const operands = this.#known.get(written) ?? operator.operands
    this.#known.set(written, operands)
    const [role, properties] = operands
    if (role === 'Artifact') {
      return 'artifact'
    }
    const mark =
      properties instanceof Map ? properties.get('MCID') : readNamed(properties, resources)
    return typeof mark === 'number' ? mark : undefined
  }
}

function readNamed(name: Operand | undefined, resources?: PDFDict): number | undefined {
  if (typeof name !== 'string') {
    return undefined
  }
  const named = resources?.lookupMaybe(PDFName.of('Properties'), PDFDict)
  const properties = named?.lookup(PDFName.of(name))
  return properties instanceof PDFDict ? readNumber(properties, 'MCID') : undefined
}

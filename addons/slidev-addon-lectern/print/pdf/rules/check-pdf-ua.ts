import type { PDFDocument } from 'pdf-lib'

import {
  findUnnamedFormulas,
  findUnnamedNotes,
  findUnnamedPictures,
  findUnplacedPictures,
} from './alternative-rules.ts'
import { readFileToCheck } from './checked-file.ts'
import type { CheckedFile } from './checked-file.ts'
import {
  findArtifactsInTagged,
  findLostContent,
  findLostMarks,
  findRepeatedForms,
  findTaggedInArtifacts,
  findUnmarkedContent,
} from './content-rules.ts'
import {
  findDynamicForms,
  findHiddenTitle,
  findLocks,
  findMissingClaim,
  findMissingLanguage,
  findMissingMetadata,
  findMissingTags,
  findMissingTitle,
  findUnknownLanguages,
  findUnnamedFiles,
  findUnnamedLayers,
} from './document-rules.ts'
import {
  findMissingFonts,
  findMissingGlyphs,
  findTextlessCharacters,
  findUnknownCodeMaps,
  findUnmappedFonts,
} from './font-rules.ts'
import {
  findEmptyElements,
  findMeaninglessElements,
  findOutlineFonts,
  findScripts,
} from './house-rules.ts'
import {
  findMuteFields,
  findUndescribedLinks,
  findUnorderedPages,
  findUntaggedAnnotations,
  findUntaggedFields,
  findUntaggedLinks,
} from './link-rules.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'
import {
  findLostParents,
  findStrayCaptions,
  findUnknownTypes,
  findWrongNesting,
  findWrongRoleMap,
} from './structure-rules.ts'
import { findCellsWithoutHeader, findIrregularTables, findWrongParts } from './table-rules.ts'
import { findMixedHeadings, findSkippedHeadings } from './text-rules.ts'

/** A rule: returns the places where a file breaks it. */
type Rule = (file: CheckedFile) => PdfUaFault[]

const RULES: readonly Rule[] = [
  findMissingMetadata,
  findMissingTitle,
  findHiddenTitle,
  findMissingTags,
  findMissingLanguage,
  findUnknownLanguages,
  findUnnamedLayers,
  findUnnamedFiles,
  findDynamicForms,
  findLocks,
  findUnmarkedContent,
  findArtifactsInTagged,
  findTaggedInArtifacts,
  findLostMarks,
  findLostContent,
  findRepeatedForms,
  findUnknownTypes,
  findWrongRoleMap,
  findLostParents,
  findWrongNesting,
  findStrayCaptions,
  findWrongParts,
  findIrregularTables,
  findCellsWithoutHeader,
  findSkippedHeadings,
  findMixedHeadings,
  findUnnamedPictures,
  findUnnamedFormulas,
  findUnplacedPictures,
  findUnnamedNotes,
  findUntaggedLinks,
  findUndescribedLinks,
  findUntaggedAnnotations,
  findUntaggedFields,
  findUnorderedPages,
  findMuteFields,
  findMissingFonts,
  findTextlessCharacters,
  findMissingGlyphs,
  findUnmappedFonts,
  findUnknownCodeMaps,
  findEmptyElements,
  findMeaninglessElements,
  findOutlineFonts,
  findScripts,
]

/** Options of the check. */
export interface CheckOptions {
  /** Whether the file has to claim PDF/UA-1. @default false */
  isClaimed?: boolean
}

/**
 * Checks a PDF by the rules of PDF/UA-1 (ISO 14289-1) that a machine can check, and by some of Lectern's own. A rule is
 * a function; it is named by the number that veraPDF gives it. Not checked are the files of fonts (see `font-rules.ts`),
 * and what Chromium never writes: reference forms (7.20-1), trap nets (7.18.2-1), media clips (7.18.6.2) and printer's
 * marks (7.18.8-1).
 */
export function checkPdfUa(
  pdf: PDFDocument,
  { isClaimed = false }: CheckOptions = {},
): PdfUaFault[] {
  const file = readFileToCheck(pdf)
  const rules = isClaimed ? [findMissingClaim, ...RULES] : RULES
  return rules.flatMap((rule) => rule(file))
}

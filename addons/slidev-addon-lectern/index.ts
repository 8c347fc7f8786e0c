/*
 * The stable API of Lectern. Everything else in this package is internal and may change in any version.
 */
export { examineDeck } from './doctor/examine-deck.ts'
export type { Diagnosis } from './doctor/diagnosis.ts'
export type { DoctorOptions } from './doctor/examine-deck.ts'
export type { AllowedFinding, Exception } from './checks/exceptions.ts'
export { isError } from './checks/finding.ts'
export type { Finding, Mode } from './checks/finding.ts'
export type { CheckName } from './deck/check-names.ts'
export type { Progress } from './output/progress.ts'
export type { Severity } from './page/observation.ts'
export { printDeck } from './print/print-deck.ts'
export type { PrintOptions } from './print/print-deck.ts'
export type { PrintProblem } from './print/print-problem.ts'
export type { Format, PrintResult } from './print/print-result.ts'
export { buildSite } from './site/build-site.ts'
export type { SiteOptions, SiteResult } from './site/build-site.ts'

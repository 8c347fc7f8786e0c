import { createIndex } from '../../client/search/slide-index.ts'
import type { SlideRecord } from '../../client/search/slide-record.ts'

export { SEARCH_ELEMENT, SEARCH_INDEX } from '../../client/search/slide-index.ts'

/** Composes the search index of a talk as JSON that may also stand in a `<script>` element. */
export function composeSearchIndex(records: readonly SlideRecord[]): string {
  return JSON.stringify(createIndex(records)).replaceAll('<', String.raw`\u003c`)
}

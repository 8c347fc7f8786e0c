import type { CheckName } from './check-names.ts'

/** Settings of a deck: what its headmatter says under `lectern:`, completed with the defaults. */
export interface LecternSettings {
  /** Layouts that begin a section in the PDF's outline and in the progress line. */
  sections: readonly string[]
  /** BCP 47 language of notes in another script than the deck's, such as `zh-Hant`; empty for none. */
  notesLang: string
  /** Checks whose findings are intended in the whole deck, each with its reason. */
  allow: Readonly<Partial<Record<CheckName, string>>>
  /** Origins of the sites that may show the deck in an `<iframe>`, besides its own; `*` for every site. */
  embed: readonly string[]
  /** Whether the site shows notes below their slides in its reading view; a slide may say otherwise. */
  publicNotes: boolean
  /** Whether narrow upright screens show the reading view in place of slides. */
  readOnPhones: boolean
  /** Whether the site loads Slidev's larger features only when a slide uses them. */
  lazyClient: boolean
  /** Whether the development server reuses work of its last start. */
  fastStart: boolean
}

/** Settings of a deck that sets nothing. */
export const DEFAULT_SETTINGS: LecternSettings = {
  sections: ['cover', 'section'],
  notesLang: '',
  allow: {},
  publicNotes: false,
  readOnPhones: true,
  embed: [],
  lazyClient: true,
  fastStart: true,
}

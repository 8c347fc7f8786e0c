/** Selects the article, whose children are a section for each slide. */
export const ARTICLE = '.lectern-article'

/** ID of the element with the article of a talk that is one file: what its readers without scripts see. */
export const WRITTEN_ARTICLE = 'lectern-written-article'

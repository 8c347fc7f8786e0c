/** What a build is to be, as far as Slidev has no option for it. */
export interface BuildSettings {
  /** For everybody: without presenter mode. */
  isPublic?: boolean
  /** Address of the PDF that the download button fetches. */
  pdfUrl?: string
  /** Address of the picture that is shown where the deck is linked. */
  pictureUrl?: string
  /** Address the deck is published at. */
  url?: string
}

/** The environment that carries the settings to Slidev's process. */
export function toEnvironment({
  isPublic,
  pdfUrl = '',
  pictureUrl = '',
  url = '',
}: BuildSettings): Record<string, string> {
  return {
    DECK_IS_PUBLIC: isPublic ? 'true' : '',
    DECK_PDF_URL: pdfUrl,
    DECK_PICTURE_URL: pictureUrl,
    DECK_URL: url,
  }
}

/** The settings a process was started with; none where Slidev is run by hand. */
export function readSettings(env: NodeJS.ProcessEnv): BuildSettings {
  return {
    isPublic: env['DECK_IS_PUBLIC'] === 'true',
    pdfUrl: env['DECK_PDF_URL'] || undefined,
    pictureUrl: env['DECK_PICTURE_URL'] || undefined,
    url: env['DECK_URL'] || undefined,
  }
}

/**
 * What the settings say of a deck, as headmatter.
 *
 * @param headmatter - The author's, which stays where it says the same.
 */
export function toHeadmatter(
  { isPublic, pdfUrl, pictureUrl, url }: BuildSettings,
  headmatter: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const said = headmatter['seoMeta']
  const seoMeta = {
    ...(pictureUrl ? { ogImage: pictureUrl, twitterCard: 'summary_large_image' } : {}),
    ...(url ? { ogUrl: url } : {}),
    ...(typeof said === 'object' && said !== null ? said : {}),
  }
  return {
    // Only in the development server.
    ...(isPublic ? { presenter: 'dev' } : {}),
    ...(pdfUrl ? { download: pdfUrl } : {}),
    ...(Object.keys(seoMeta).length > 0 ? { seoMeta } : {}),
  }
}

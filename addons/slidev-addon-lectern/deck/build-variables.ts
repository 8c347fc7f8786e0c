/** What a build is to be, as far as Slidev has no option for it. */
export interface BuildVariables {
  /** For everybody: without presenter mode. */
  isPublic?: boolean
  /** Address of the PDF that the download button fetches. */
  pdfUrl?: string
  /** Address of the picture that is shown where the deck is linked. */
  imageUrl?: string
  /** Address the deck is published at. */
  url?: string
}

/** The environment that carries the settings to Slidev's process. */
export function toEnvironment({
  isPublic,
  pdfUrl = '',
  imageUrl = '',
  url = '',
}: BuildVariables): Record<string, string> {
  return {
    LECTERN_IS_PUBLIC: isPublic ? 'true' : '',
    LECTERN_PDF_URL: pdfUrl,
    LECTERN_IMAGE_URL: imageUrl,
    LECTERN_URL: url,
  }
}

/** The settings a process was started with; none where Slidev is run by hand. */
export function readVariables(env: NodeJS.ProcessEnv): BuildVariables {
  return {
    isPublic: env['LECTERN_IS_PUBLIC'] === 'true',
    pdfUrl: env['LECTERN_PDF_URL'] || undefined,
    imageUrl: env['LECTERN_IMAGE_URL'] || undefined,
    url: env['LECTERN_URL'] || undefined,
  }
}

/**
 * What the settings say of a deck, as headmatter.
 *
 * @param headmatter - The author's, which stays where it says the same.
 */
export function toHeadmatter(
  { isPublic, pdfUrl, imageUrl, url }: BuildVariables,
  headmatter: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const said = headmatter['seoMeta']
  const seoMeta = {
    ...(imageUrl ? { ogImage: imageUrl, twitterCard: 'summary_large_image' } : {}),
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

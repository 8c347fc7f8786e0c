/**
 * Path that a deck is built under for a single file: no text of a slide begins with it, so that the addresses of
 * files are told from other strings.
 */
export const SINGLE_FILE_BASE = '/lectern-single-file/'

/** Wishes for a build that Slidev has no option for. They reach its process as environment variables. */
export interface BuildVariables {
  /** Leaves presenter mode out, because everybody may see the site. */
  isPublic?: boolean
  /** Leaves files of other hosts where they are, because a build without a network must not fail for a print. */
  isForPrint?: boolean
  /** Builds slides without the files that do not exist, because what is printed or examined has to come. */
  isLenient?: boolean
  /** Adds the page of the deck's figures, which are drawn there. */
  isForFigures?: boolean
  /** Builds one script and one style sheet, of which `site/single` makes one file. */
  isSingle?: boolean
  /** Address of the PDF that the download button fetches. */
  pdfUrl?: string
  /** Address of the image that link previews show. */
  imageUrl?: string
  /** Address the deck is published at. */
  url?: string
}

/** Returns the environment variables that carry the wishes to Slidev's process. */
export function toEnvironment({
  isPublic,
  isForPrint,
  isLenient,
  isForFigures,
  isSingle,
  pdfUrl = '',
  imageUrl = '',
  url = '',
}: BuildVariables): Record<string, string> {
  return {
    LECTERN_BUILDS: 'true',
    LECTERN_IS_PUBLIC: isPublic ? 'true' : '',
    LECTERN_IS_FOR_PRINT: isForPrint ? 'true' : '',
    LECTERN_IS_LENIENT: isLenient ? 'true' : '',
    LECTERN_IS_FOR_FIGURES: isForFigures ? 'true' : '',
    LECTERN_IS_SINGLE: isSingle ? 'true' : '',
    LECTERN_PDF_URL: pdfUrl,
    LECTERN_IMAGE_URL: imageUrl,
    LECTERN_URL: url,
  }
}

/** Reads the wishes back from the environment; `undefined` where Slidev is run by hand. */
export function readVariables(env: NodeJS.ProcessEnv): BuildVariables | undefined {
  if (env['LECTERN_BUILDS'] !== 'true') {
    return undefined
  }
  return {
    isPublic: env['LECTERN_IS_PUBLIC'] === 'true',
    isForPrint: env['LECTERN_IS_FOR_PRINT'] === 'true',
    isLenient: env['LECTERN_IS_LENIENT'] === 'true',
    isForFigures: env['LECTERN_IS_FOR_FIGURES'] === 'true',
    isSingle: env['LECTERN_IS_SINGLE'] === 'true',
    pdfUrl: env['LECTERN_PDF_URL'] || undefined,
    imageUrl: env['LECTERN_IMAGE_URL'] || undefined,
    url: env['LECTERN_URL'] || undefined,
  }
}

/**
 * Returns the wishes as headmatter of the deck. Turns off the values of `download` and `seoMeta.ogImage` that make
 * `slidev build` start a browser of its own, which may not be installed.
 *
 * @param headmatter - The author's headmatter, whose `seoMeta` wins.
 */
export function toHeadmatter(
  { isPublic, isForPrint, isSingle, pdfUrl, imageUrl, url }: BuildVariables,
  headmatter: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { download } = headmatter
  const declared = readRecord(headmatter['seoMeta'])
  const { ogImage, ...others } = declared
  const seoMeta = {
    ...(imageUrl ? { ogImage: imageUrl, twitterCard: 'summary_large_image' } : {}),
    ...(url ? { ogUrl: url } : {}),
    ...(ogImage === 'auto' ? others : declared),
  }
  return {
    // Slidev's word for "only in the development server".
    ...(isPublic ? { presenter: 'dev' } : {}),
    ...(isForPrint ? { remoteAssets: false } : {}),
    // Loads images by addresses that it makes in the browser; in a single file, all of them are there.
    ...(isSingle ? { preloadImages: false } : {}),
    ...(isPrintedBySlidev(download) ? { download: false } : {}),
    ...(pdfUrl ? { download: pdfUrl } : {}),
    ...(Object.keys({ ...declared, ...seoMeta }).length > 0 ? { seoMeta } : {}),
  }
}

/** Whether a value of the headmatter's `download` makes `slidev build` print the PDF itself. */
export function isPrintedBySlidev(download: unknown): boolean {
  return download === true || download === 'true' || download === 'auto'
}

function readRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

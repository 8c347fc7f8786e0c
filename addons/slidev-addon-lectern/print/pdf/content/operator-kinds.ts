/** Operators that make a path. */
export const PATH: ReadonlySet<string> = new Set('m l c v y h re'.split(' '))

/** Operators that paint a path. */
export const PATH_PAINT: ReadonlySet<string> = new Set('f F f* S s B B* b b*'.split(' '))

/** Operators that show text. */
export const TEXT: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"'])

/** Operators that paint an image within the content, or a gradient. */
export const AREA: ReadonlySet<string> = new Set(['sh', 'EI'])

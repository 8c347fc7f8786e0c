/** Lists the families that a style sheet of Google Fonts, or of a service like it, is asked for. */
export function listRequestedFamilies(url: string): string[] {
  // https://fonts.googleapis.com/css2?family=Nunito+Sans:wght@200;400&family=Fira+Code:wght@200
  return new URL(url).searchParams
    .getAll('family')
    .flatMap((value) => value.split('|'))
    .flatMap((value) => value.split(':')[0] || [])
}

/** Returns the command that installs families of Google Fonts from npm. */
export function installCommandOf(families: readonly string[]): string {
  const packages = families.map(
    (family) => `@fontsource/${family.toLowerCase().replaceAll(' ', '-')}`,
  )
  return `npm install ${packages.join(' ')}`
}

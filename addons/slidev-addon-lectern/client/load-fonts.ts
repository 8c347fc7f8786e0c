/**
 * Loads the fonts of a slide's texts; by itself, a browser loads them only when the slide is shown.
 *
 * @param isLoaded - Tells of each family, as CSS writes it, whether it is there already.
 */
export async function loadFonts(
  slide: Element,
  isLoaded: (family: string) => boolean = () => false,
): Promise<void> {
  const texts = new Map<string, string>()
  for (const element of slide.querySelectorAll('*')) {
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent)
      .join('')
    if (text.trim() !== '') {
      const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element)
      const families = fontFamily.split(',').filter((family) => !isLoaded(family.trim()))
      const font = `${fontStyle} ${fontWeight} 16px ${families.join(',')}`
      texts.set(font, (texts.get(font) ?? '') + text)
    }
  }
  // The browser replaces a font that cannot be loaded.
  await Promise.all(
    [...texts].map(async ([font, text]) => document.fonts.load(font, text).catch(() => [])),
  )
}

const names = new WeakMap<Element, string>()

/** Remembers which figure an image was drawn from; its address may be its content. */
export function nameFigure(image: Element, name: string): void {
  names.set(image, name)
}

/** Returns the name of the figure that an image was drawn from; nothing for other images. */
export function findFigureName(image: Element): string | undefined {
  return names.get(image)
}

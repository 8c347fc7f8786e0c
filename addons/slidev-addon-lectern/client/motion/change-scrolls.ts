/** Methods by which scripts scroll an element. */
type ScrollMethod = 'scrollIntoView' | 'scrollTo'

/** Options of a scroll; `container` is younger than TypeScript's types, and browsers without it ignore it. */
type ScrollChange = ScrollIntoViewOptions & { container?: 'nearest' }

/** Changes options of each scroll that a script asks for with options. */
export function changeScrolls(methods: readonly ScrollMethod[], change: ScrollChange): void {
  for (const method of methods) {
    const scroll = Element.prototype[method]
    Element.prototype[method] = function changed(this: Element, ...given: unknown[]) {
      const [options] = given
      const isChanged = typeof options === 'object' && options !== null
      Reflect.apply(scroll, this, isChanged ? [{ ...options, ...change }] : given)
    }
  }
}

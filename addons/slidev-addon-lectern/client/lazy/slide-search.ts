/*
 * Stands for fuse.js in the go-to dialog.
 */
import type Fuse from 'fuse.js'
import type { FuseResult, IFuseOptions } from 'fuse.js'
import { shallowRef } from 'vue'

import { whenGoToOpens } from './go-to.ts'
import { searchPlainly } from './plain-search.ts'
import type { Titled } from './plain-search.ts'

const library = shallowRef<typeof Fuse>()

whenGoToOpens(async () => {
  library.value ??= (await import('fuse.js')).default
})

/** Searches as fuse.js does once it is there, and until then for numbers and parts of titles. */
export default class LazyFuse<T extends Titled> {
  readonly #items: readonly T[]
  readonly #options: IFuseOptions<T>
  #fuse: Fuse<T> | undefined

  constructor(items: readonly T[], options: IFuseOptions<T>) {
    this.#items = items
    this.#options = options
  }

  /** Reactive: a search made too early is made again. */
  search(text: string): readonly Pick<FuseResult<T>, 'item'>[] {
    if (!library.value) {
      return searchPlainly(this.#items, text)
    }
    this.#fuse ??= new library.value(this.#items, this.#options)
    return this.#fuse.search(text)
  }
}

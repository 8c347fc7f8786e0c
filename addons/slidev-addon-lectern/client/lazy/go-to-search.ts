/*
 * Replaces fuse.js, the search library, in Slidev's go-to dialog.
 */
import type Fuse from 'fuse.js'
import type { FuseResult, IFuseOptions } from 'fuse.js'
import { shallowRef } from 'vue'

import { searchTitles } from './search-titles.ts'
import type { Titled } from './search-titles.ts'
import { whenGoToOpens } from './when-go-to-opens.ts'

const library = shallowRef<typeof Fuse>()

whenGoToOpens(async () => {
  library.value ??= (await import('fuse.js')).default
})

/** Searches with fuse.js once it is loaded, and until then for numbers and parts of titles. */
export default class LazyFuse<T extends Titled> {
  readonly #items: readonly T[]
  readonly #options: IFuseOptions<T>
  #fuse: Fuse<T> | undefined

  constructor(items: readonly T[], options: IFuseOptions<T>) {
    this.#items = items
    this.#options = options
  }

  /** Searches; reactive, so that an early search is repeated when fuse.js is loaded. */
  search(text: string): readonly Pick<FuseResult<T>, 'item'>[] {
    if (!library.value) {
      return searchTitles(this.#items, text)
    }
    this.#fuse ??= new library.value(this.#items, this.#options)
    return this.#fuse.search(text)
  }
}

import type { RenderFunction } from 'vue'

/** Turns a template into a render function. */
export type Compile = (template: string | HTMLElement, options?: object) => RenderFunction

let compileReal: Compile | undefined

/** Vue's `compile`. The build adds the compiler to each module that imports it, see `vite/lazy-client/lazy-features.ts`. */
export const compile: Compile = (template, options) => {
  if (!compileReal) {
    throw new Error(
      '[slidev-addon-lectern] Vue’s compiler is not loaded, because no module imports `compile` from "vue" ' +
        'by that name. Import it so, or set "lazyClient: false" under "lectern:" in the headmatter.',
    )
  }
  return compileReal(template, options)
}

/** Provides the real compiler. */
export function setCompile(real: Compile): void {
  compileReal = real
}

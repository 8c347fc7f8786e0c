import type { RenderFunction } from 'vue'

/** Turns a template into a render function. */
export type Compile = (template: string | HTMLElement, options?: object) => RenderFunction

let compileReal: Compile | undefined

/** Vue's `compile`: a module that imports it brings the compiler, so it is there when it is called. */
export const compile: Compile = (template, options) => {
  if (!compileReal) {
    throw new Error(
      'Vue’s compiler was called by a module that does not import `compile` from "vue". ' +
        'Expected such an import, which brings the compiler. Import it by that name.',
    )
  }
  return compileReal(template, options)
}

/** Says what compiles. */
export function setCompile(real: Compile): void {
  compileReal = real
}

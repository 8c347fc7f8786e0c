/*
 * Stands for Vue's full build, which Slidev takes for `vue`: the same names, without the compiler of templates,
 * which comes with those modules that use it.
 */
// oxlint-disable-next-line vue/prefer-import-from-vue -- `vue` is this module
export * from '@vue/runtime-dom'
export { compile } from './compile.ts'

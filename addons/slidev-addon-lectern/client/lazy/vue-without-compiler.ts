/*
 * Replaces Vue's full build, which Slidev uses as `vue`: the same names, without the compiler of templates,
 * which is loaded with the modules that use it.
 */
// oxlint-disable-next-line vue/prefer-import-from-vue -- `vue` is this module
export * from '@vue/runtime-dom'
export { compile } from './compile.ts'

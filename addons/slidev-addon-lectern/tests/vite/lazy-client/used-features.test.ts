import { parseAst } from 'vite'
import { describe, expect, it } from 'vitest'

import { FEATURES, findUsedFeatures, USE_RE } from '../../../vite/lazy-client/used-features.ts'

/** Features of a module, as the plugin finds them: it skips modules without a telling word. */
function featuresOf(code: string, isLibrary = false): string[] {
  return USE_RE.test(code) ? [...findUsedFeatures(parseAst(code), isLibrary)] : []
}

/** A module as Vue compiles it. */
function compiled(call: string): string {
  return `import { resolveDirective as _resolveDirective, resolveComponent as _resolveComponent } from "vue"
export function render() { return ${call} }`
}

describe('names that a compiled template resolves', () => {
  it.each([
    ['_resolveDirective("mark")', ['mark']],
    ['_resolveDirective("motion")', ['motion']],
    ['_resolveDirective("drag")', ['drag']],
    ['_resolveDirective("tooltip")', ['tooltips']],
    ['_resolveDirective("close-popper")', ['tooltips']],
    ['_resolveDirective("click")', []],
    ['_resolveComponent("v-menu")', ['tooltips']],
    ['_resolveComponent("VTooltip")', ['tooltips']],
    ['_resolveComponent("VDropdown")', ['tooltips']],
    ['_resolveComponent("Counter")', []],
    ['[_resolveDirective("mark"), _resolveComponent("VMenu")]', ['mark', 'tooltips']],
  ])('%s', (call, features) => {
    expect(featuresOf(compiled(call))).toEqual(features)
  })

  it('are found under any name that the functions are imported by', () => {
    expect(featuresOf('import { resolveDirective as r } from "vue"\nr("mark")')).toEqual(['mark'])
    expect(featuresOf('import * as Vue from "vue"\nVue.resolveDirective(`motion`)')).toEqual([
      'motion',
    ])
  })

  it('are not taken from other functions, elements and texts', () => {
    expect(
      featuresOf('import { h as r } from "vue"\nr("mark", "resolveDirective(\'motion\')")'),
    ).toEqual([])
  })
})

describe('names known only at run time', () => {
  it.each([
    ['a directive', '_resolveDirective(name)'],
    ['a template literal with a value', '_resolveDirective(`${name}`)'],
    ['the function given away', 'names.map(_resolveDirective)'],
    ['what the application has', 'instance.appContext.directives[name]'],
    ['what the application is asked for', 'app.directive(name)'],
  ])('may be any: %s', (_, call) => {
    expect(featuresOf(compiled(call))).toEqual([...FEATURES])
  })

  it('need nothing for components, which are there in a light form', () => {
    expect(featuresOf(compiled('_resolveComponent(name)'))).toEqual([])
  })
})

describe('an application', () => {
  it('is asked for a directive by its name', () => {
    expect(featuresOf('app.directive("mark")')).toEqual(['mark'])
    expect(featuresOf('app.component("VTooltip")')).toEqual(['tooltips'])
  })

  it('may get one of the deck, which uses nothing', () => {
    expect(featuresOf('app.directive("mark", { mounted() {} })')).toEqual([])
    expect(featuresOf('export default { directives: { focus: {} } }')).toEqual([])
  })
})

describe('floating-vue', () => {
  it('is installed where its parts are imported', () => {
    expect(featuresOf('import { Tooltip } from "floating-vue"')).toEqual(['tooltips'])
    expect(featuresOf('import FloatingVue from "floating-vue"')).toEqual(['tooltips'])
  })

  it('is not needed for placing tooltips anew', () => {
    expect(featuresOf('import { recomputeAllPoppers } from "floating-vue"')).toEqual([])
  })
})

describe('a template compiled in the browser', () => {
  it.each([
    ['a text', 'export default { template: "<p v-mark>text</p>" }'],
    ['a quoted key', 'export default { "template": `<p/>` }'],
    ['a value of the module', 'export default { template }'],
    ['one that is set', 'component.template = text'],
    ['the compiler itself', 'import { compile } from "vue"\ncompile(text)'],
  ])('may use anything: %s', (_, code) => {
    expect(featuresOf(code)).toEqual([...FEATURES])
  })

  it('is not a slot of that name', () => {
    expect(featuresOf('h(Panel, {}, { template: () => "text" })')).toEqual([])
    expect(featuresOf('h(Panel, {}, { template() { return "text" } })')).toEqual([])
  })

  it('is one in a library only where that knows Vue', () => {
    const code = 'export const options = { template: "{name}" }'
    expect(featuresOf(code, true)).toEqual([])
    expect(featuresOf(`import { h } from "vue"\n${code}`, true)).toEqual([...FEATURES])
  })
})

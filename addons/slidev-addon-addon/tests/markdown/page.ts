import { parse } from 'vue/compiler-sfc'
import type { SFCTemplateBlock } from 'vue/compiler-sfc'

type Root = NonNullable<SFCTemplateBlock['ast']>
type Node = Root['children'][number]

/** An element of a slide; its attributes include Vue's directives. */
export interface PageElement {
  tag: string
  attributes: [name: string, value: string][]
}

/** Elements of a slide in order, and its text. */
export interface Page {
  elements: PageElement[]
  text: string
}

/** Reads a slide's HTML with Vue's compiler, as Slidev does. */
export function readPage(html: string): Page {
  const { descriptor } = parse(`<template>${html}</template>`, { sourceMap: false })
  const page: Page = { elements: [], text: '' }
  collect(descriptor.template?.ast?.children ?? [], page)
  return page
}

function collect(nodes: readonly Node[], page: Page): void {
  for (const node of nodes) {
    if ('tag' in node) {
      page.elements.push({ tag: node.tag, attributes: node.props.map(readAttribute) })
      collect(node.children, page)
    } else if ('content' in node && typeof node.content === 'string' && !isComment(node)) {
      page.text += node.content
    }
  }
}

function readAttribute(prop: Extract<Node, { tag: string }>['props'][number]): [string, string] {
  return 'value' in prop
    ? [prop.name, prop.value?.content ?? '']
    : [prop.rawName ?? prop.name, prop.exp?.loc.source ?? '']
}

function isComment({ loc }: Node): boolean {
  return loc.source.startsWith('<!--')
}

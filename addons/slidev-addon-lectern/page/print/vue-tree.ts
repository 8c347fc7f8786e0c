/** Part of a component's instance in Vue's tree of a mounted application; the names are Vue's. */
export interface VueComponent {
  type?: { __name?: string }
  subTree?: VueNode
  provides?: Record<string, unknown>
}

/** Part of a node of Vue's tree. */
interface VueNode {
  el?: unknown
  children?: unknown
  component?: VueComponent | null
  suspense?: { activeBranch?: VueNode } | null
}

/** Lists the components of a name in the application on the page. */
export function findComponents(name: string): VueComponent[] {
  const mount: (Element & { _vnode?: VueNode }) | null = document.querySelector('#app')
  // oxlint-disable-next-line no-underscore-dangle -- Vue's own names, the only way in from outside
  return [...listComponents(mount?._vnode)].filter(({ type }) => type?.__name === name)
}

function* listComponents(node: VueNode | undefined): Generator<VueComponent> {
  if (!node) {
    return
  }
  if (node.component) {
    yield node.component
  }
  yield* listComponents(node.component?.subTree)
  yield* listComponents(node.suspense?.activeBranch)
  if (Array.isArray(node.children)) {
    for (const child of node.children) {
      yield* listComponents(child)
    }
  }
}

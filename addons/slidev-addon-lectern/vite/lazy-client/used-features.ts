import { Visitor } from 'vite'
import type { ESTree } from 'vite'

/** Features that are loaded with the first module that uses them: the files of `client/lazy/features/`. */
export const FEATURES = ['mark', 'motion', 'drag', 'tooltips', 'compiler'] as const

/** One of {@link FEATURES}. */
export type Feature = (typeof FEATURES)[number]

/** Kind of a name that a plugin registers for the whole application. */
type Kind = 'directive' | 'component'

/** Feature that registers each name for the whole application. */
export const OWNERS: Readonly<Record<Kind, ReadonlyMap<string, Feature>>> = {
  directive: new Map([
    ['Mark', 'mark'],
    ['Motion', 'motion'],
    ['Drag', 'drag'],
    ['Tooltip', 'tooltips'],
    ['ClosePopper', 'tooltips'],
  ]),
  component: new Map([
    ['VDropdown', 'tooltips'],
    ['VMenu', 'tooltips'],
    ['VTooltip', 'tooltips'],
  ]),
}

/** Functions of Vue and methods of an application that look a name up. */
const LOOK_UPS: ReadonlyMap<string, Kind> = new Map([
  ['resolveDirective', 'directive'],
  ['directive', 'directive'],
  ['resolveComponent', 'component'],
  ['resolveDynamicComponent', 'component'],
  ['component', 'component'],
])

/** Properties that hold everything an application has registered: `app._context` and `instance.appContext`. */
const CONTEXT_RE = /^(?:app|_)context$/i

/** Matches code that may use a feature; other code need not be parsed. */
export const USE_RE =
  /resolveDirective|resolve\w*Component|\.(?:directives?|component)\b|\btemplate\b|\bcompile\b|floating-vue/

/**
 * Lists the features that a compiled module uses, by names registered for the whole application or by
 * templates that are compiled in the browser. Lists all of them where the module looks up a directive by a
 * name known only at run time, or compiles a template. A component's name may be unknown, because each
 * component has a lazy one of its name.
 *
 * @param isLibrary - Whether an object with a `template` is a component only in a module that imports Vue.
 */
export function findUsedFeatures(program: ESTree.Program, isLibrary = false): Set<Feature> {
  const imported = readImports(program, /^(?:vue|@vue\/runtime-(?:dom|core))$/)
  const mayCompile = !isLibrary || imported.size > 0
  const found = new Set<Feature>()
  const findAll = (): void => FEATURES.forEach((feature) => found.add(feature))
  const findNamed = (kind: Kind, name: string | undefined): void => {
    const feature = name === undefined ? undefined : OWNERS[kind].get(toPascalCase(name))
    if (feature) {
      found.add(feature)
    } else if (kind === 'directive' && name === undefined) {
      findAll()
    }
  }
  // Placing open tooltips again needs no installed plugin.
  if (
    [...readImports(program, /^floating-vue$/).values()].some(
      (name) => name !== 'recomputeAllPoppers',
    )
  ) {
    found.add('tooltips')
  }
  if ([...imported.values()].includes('compile')) {
    findAll()
  }
  const understood = new Set<number>()
  new Visitor({
    ImportSpecifier: ({ imported: { start }, local }) => {
      understood.add(start).add(local.start)
    },
    CallExpression: ({ callee, arguments: values }) => {
      const target = callee.type === 'MemberExpression' ? callee.property : callee
      const word = target.type === 'Identifier' ? target.name : ''
      const kind = LOOK_UPS.get(imported.get(word) ?? word)
      const [first] = values
      // With a second value, `app.directive` registers one.
      if (kind && first && values.length === 1) {
        understood.add(target.start)
        findNamed(kind, readText(first))
      }
    },
    Identifier: ({ name, start }) => {
      if ((imported.get(name) ?? name) === 'resolveDirective' && !understood.has(start)) {
        findAll()
      }
    },
    MemberExpression: ({ object, property }) => {
      const owner = object.type === 'MemberExpression' ? object.property : object
      if (nameOf(property) === 'directives' && CONTEXT_RE.test(nameOf(owner) ?? '')) {
        findAll()
      }
    },
    ObjectExpression: ({ properties }) => {
      if (mayCompile && properties.some(isTemplate)) {
        findAll()
      }
    },
    AssignmentExpression: ({ left }) => {
      if (mayCompile && left.type === 'MemberExpression' && nameOf(left.property) === 'template') {
        findAll()
      }
    },
  }).visit(program)
  return found
}

/** Maps local names to imported ones; `''` for a namespace and a default import. */
function readImports(program: ESTree.Program, source: RegExp): Map<string, string> {
  const names = new Map<string, string>()
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration' && source.test(statement.source.value)) {
      for (const specifier of statement.specifiers) {
        const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : undefined
        names.set(specifier.local.name, name ?? '')
      }
    }
  }
  return names
}

/** Whether a property is a component's template; a function of that name is a slot. */
function isTemplate(property: ESTree.ObjectPropertyKind): boolean {
  return (
    property.type === 'Property' &&
    !property.computed &&
    nameOf(property.key) === 'template' &&
    !/Function/.test(property.value.type)
  )
}

function nameOf(node: ESTree.Node): string | undefined {
  return node.type === 'Identifier' ? node.name : readText(node)
}

/** Text of a string literal; `undefined` for another expression. */
function readText(node: ESTree.Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') {
    return node.value
  }
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? undefined
  }
  return undefined
}

/** Converts a name as Vue does, which finds `close-popper` also as `closePopper` and `ClosePopper`. */
function toPascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

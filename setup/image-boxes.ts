import type { ElementNode, NodeTransform, TemplateChildNode } from '@vue/compiler-core'

/** Kind of a node of Vue's compiler that is created here. */
const ATTRIBUTE = 6

/** Attribute of boxes that `styles/images.css` may lay out as a column, because it changes nothing in them. */
const MARK = 'data-image-column'

/** Boxes that authors put images into. */
const BOXES = new Set(['p', 'div', 'figure', 'blockquote', 'a'])

/** Elements that stand on lines of their own; Slidev's styles make images of them, too. */
const BLOCKS = new Set(
  'address article aside blockquote details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr img ol p pre section table ul video'.split(
    ' ',
  ),
)

/** Classes with which an author arranges a box or gives it a height. */
const ARRANGED_RE =
  /(?:^|[\s:])(?:grid|flex|inline|block|contents|table|hidden|columns-|overflow-|h-|min-h-|max-h-|size-|aspect-|absolute|fixed|sticky|float-)/

/** Attributes that do not arrange a box. */
const HARMLESS = new Set(['class', 'href', 'target', 'rel', 'id', 'title', 'lang', 'cite', MARK])

/**
 * Marks boxes with images whose parts stand one below the other, so that `styles/images.css` can shrink the images.
 * CSS cannot tell them apart from boxes with images in a line of text, or from those that the author arranges.
 */
export const markImageBoxes: NodeTransform = (node) => {
  if ('tag' in node && isColumn(node)) {
    node.props.push({
      type: ATTRIBUTE,
      name: MARK,
      nameLoc: node.loc,
      value: undefined,
      loc: node.loc,
    })
  }
}

function isColumn(node: ElementNode): boolean {
  return (
    BOXES.has(node.tag) &&
    !node.props.some(arranges) &&
    hasImage(node) &&
    !hasWordsInLine(node.children)
  )
}

function arranges(prop: ElementNode['props'][number]): boolean {
  if (!('value' in prop)) {
    // A directive such as `v-click` arranges nothing, but a bound class may.
    return prop.name === 'bind'
  }
  const isArranging = prop.name === 'class' && ARRANGED_RE.test(prop.value?.content ?? '')
  return isArranging || !HARMLESS.has(prop.name)
}

function hasImage(node: TemplateChildNode): boolean {
  return 'tag' in node && (node.tag === 'img' || node.children.some(hasImage))
}

/** Tells whether two parts of a box are in one line, such as a word and a bold word. */
function hasWordsInLine(children: readonly TemplateChildNode[]): boolean {
  const parts = children.filter((child) => !isEmpty(child))
  return parts.some((part, at) => {
    const next = parts[at + 1]
    return next !== undefined && isInline(part) && isInline(next)
  })
}

/** Tells whether a part is a comment or the space between others. */
function isEmpty({ loc }: TemplateChildNode): boolean {
  return /^(?:\s*|<!--[\s\S]*-->)$/.test(loc.source)
}

/** Tells whether a part is in a line with others; of a component, that is not known. */
function isInline(node: TemplateChildNode): boolean {
  return !('tag' in node && (BLOCKS.has(node.tag) || node.tag === 'br' || isColumn(node)))
}

import { createElement, hasRole, isElement } from '../tag-tree.ts'
import type { TagChild, TagElement } from '../tag-tree.ts'
import { arrangeBlocks, arrangeBody } from './arrange.ts'

/** Arranges a table: a caption before its rows, and cells in each. One without rows gives way to what it holds. */
export function arrangeTable(table: TagElement): TagChild[] {
  const rows = table.children.flatMap(listRows)
  if (rows.length === 0) {
    return arrangeBlocks(table.children.flatMap(listParts))
  }
  const caption = table.children.find((child) => hasRole(child, 'Caption'))
  const words = caption && isElement(caption) ? arrangeBody(caption.children) : []
  const captions = caption && words.length > 0 ? [{ ...caption, children: words }] : []
  return [{ ...table, children: [...captions, ...rows] }]
}

/** Lists the rows of a part of a table, such as its head. */
function listRows(child: TagChild): TagElement[] {
  if (!isElement(child) || child.role === 'Caption') {
    return []
  }
  if (child.role === 'TR') {
    const cells = child.children.flatMap(listCells)
    return cells.length > 0 ? [{ ...child, children: cells }] : []
  }
  return child.children.flatMap(listRows)
}

function listCells(child: TagChild): TagElement[] {
  if (isElement(child) && hasRole(child, 'TH', 'TD')) {
    return [{ ...child, children: arrangeBody(child.children) }]
  }
  if (isElement(child) && hasRole(child, 'NonStruct', 'Div')) {
    return child.children.flatMap(listCells)
  }
  const parts = arrangeBody([child])
  return parts.length > 0 ? [createElement('TD', parts)] : []
}

function listParts(child: TagChild): readonly TagChild[] {
  return isElement(child) ? child.children : [child]
}

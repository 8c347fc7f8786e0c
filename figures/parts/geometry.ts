/** A point in CSS px from the top left of the figure's body. */
export type Point = readonly [x: number, y: number]

/** The top left corner and the size of a box, in CSS px from the top left of the figure's body. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** A side of a box. */
export type Side = 'left' | 'right' | 'top' | 'bottom'

/** Returns the middle of a box's side, where an arrow leaves or enters the box. */
export function middleOf({ x, y, w, h }: Box, side: Side): Point {
  const across = side === 'left' ? 0 : side === 'right' ? w : w / 2
  const down = side === 'top' ? 0 : side === 'bottom' ? h : h / 2
  return [x + across, y + down]
}

/**
 * Returns SVG path data of a polyline with rounded corners.
 *
 * @param points - Two or more corners in CSS px.
 * @param radius - Corner radius in CSS px; shortened where a leg is shorter than twice the radius.
 * @throws {RangeError} with fewer than two points.
 */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first, ...rest] = points
  const last = rest.pop()
  if (!first || !last) {
    throw new RangeError(`An arrow needs two points or more, got ${points.length}.`)
  }
  const corners = rest.map((corner, index) => {
    const before = points[index] ?? first
    const after = points[index + 2] ?? last
    const entry = towards(corner, before, radius)
    const exit = towards(corner, after, radius)
    return `L${pair(entry)}Q${pair(corner)} ${pair(exit)}`
  })
  return `M${pair(first)}${corners.join('')}L${pair(last)}`
}

/** Length and half the width of an arrow's head in CSS px. */
const HEAD = { length: 7, half: 3.5 }

/**
 * Returns SVG path data of the head of an arrow, a triangle whose tip is at the polyline's end.
 *
 * @throws {RangeError} with fewer than two points.
 */
export function headPath(points: readonly Point[]): string {
  const [before, end] = points.slice(-2)
  if (!before || !end) {
    throw new RangeError(`An arrow needs two points or more, got ${points.length}.`)
  }
  const length = Math.hypot(end[0] - before[0], end[1] - before[1])
  const along: Point = [(end[0] - before[0]) / length, (end[1] - before[1]) / length]
  const foot: Point = [end[0] - along[0] * HEAD.length, end[1] - along[1] * HEAD.length]
  const left: Point = [foot[0] - along[1] * HEAD.half, foot[1] + along[0] * HEAD.half]
  const right: Point = [foot[0] + along[1] * HEAD.half, foot[1] - along[0] * HEAD.half]
  return `M${pair(left)}L${pair(end)}L${pair(right)}Z`
}

/** Returns the point `distance` px from `from` towards `to`, at most half-way. */
function towards(from: Point, to: Point, distance: number): Point {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const length = Math.hypot(dx, dy)
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length
  return [from[0] + dx * share, from[1] + dy * share]
}

function pair([x, y]: Point): string {
  return `${round(x)} ${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

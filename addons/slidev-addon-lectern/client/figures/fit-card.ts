/** Width and height in CSS px. */
export interface Size {
  width: number
  height: number
}

/** Place of a card within the box of its image. */
export interface CardPlace {
  scaleX: number
  scaleY: number
  /** Left edge in CSS px from the box's left. */
  left: number
  /** Top edge in CSS px from the box's top. */
  top: number
}

/**
 * Places a card where the browser would draw an image of the card's size.
 *
 * @param fit - Computed value of `object-fit`.
 * @param position - Computed value of `object-position`, such as `50% 0%` or `8px 100%`.
 */
export function fitCard(box: Size, card: Size, fit: string, position: string): CardPlace {
  const x = box.width / card.width
  const y = box.height / card.height
  const [scaleX, scaleY] = chooseScale(x, y, fit)
  const [across = '', down = ''] = position.split(' ')
  return {
    scaleX,
    scaleY,
    left: offset(across, box.width - card.width * scaleX),
    top: offset(down, box.height - card.height * scaleY),
  }
}

function chooseScale(x: number, y: number, fit: string): [x: number, y: number] {
  switch (fit) {
    case 'contain':
    // An image in its own size would be larger than its card, because it is drawn at a multiple of it.
    case 'none':
    case 'scale-down': {
      const scale = Math.min(x, y)
      return [scale, scale]
    }
    case 'cover': {
      const scale = Math.max(x, y)
      return [scale, scale]
    }
    default:
      return [x, y]
  }
}

/** Returns the distance from the edge, in CSS px, for one half of `object-position`. */
function offset(value: string, room: number): number {
  const number = Number.parseFloat(value)
  if (Number.isNaN(number)) {
    return room / 2
  }
  return value.endsWith('%') ? (room * number) / 100 : number
}

import { describe, expect, it } from 'vitest'

import { inLanes } from '../../print/in-lanes.ts'

describe('work in lanes', () => {
  it('comes out in its order, with no more under way than there are lanes', async () => {
    let underWay = 0
    let most = 0
    const doubled = await inLanes([5, 1, 4, 2], 2, async (piece) => {
      underWay += 1
      most = Math.max(most, underWay)
      for (let turn = 0; turn < piece; turn += 1) {
        await Promise.resolve()
      }
      underWay -= 1
      return piece * 2
    })
    expect(doubled).toEqual([10, 2, 8, 4])
    expect(most).toBe(2)
  })

  it('goes on where a piece fails, and says once what is wrong with any', async () => {
    const tried: number[] = []
    const work = inLanes([1, 2, 3], 2, async (piece) => {
      tried.push(piece)
      if (piece !== 2) {
        throw new Error(`The deck: wrong.\nSlide ${piece}: wrong.`)
      }
      return piece
    })
    await expect(work).rejects.toThrow('The deck: wrong.\nSlide 1: wrong.\nSlide 3: wrong.')
    expect(tried).toEqual([1, 2, 3])
  })
})

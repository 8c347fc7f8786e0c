import { mount } from '@vue/test-utils'
import type { Component } from 'vue'

import { roundedPath } from '../parts/geometry.ts'
import type { Point } from '../parts/geometry.ts'

/** Parts of a diagram's arrows that tests compare. */
export interface ArrowDrawing {
  /** Path data of each line. */
  lines: (string | undefined)[]
  dashed: boolean[]
  /** Texts of the labels; an arrow without one has none. */
  labels: string[]
}

/** Reads the arrows that a figure draws, in order. */
export function drawnArrows(figure: Component): ArrowDrawing {
  const wrapper = mount(figure)
  const lines = wrapper.findAll('path.line')
  return {
    lines: lines.map((line) => line.attributes('d')),
    dashed: lines.map((line) => line.attributes('stroke-dasharray') !== undefined),
    labels: wrapper.findAll('.flow-label').map((label) => label.text()),
  }
}

/** Converts a figure's list of arrows to the same form. */
export function listedArrows(
  arrows: readonly { points: readonly Point[]; label?: string; dashed?: boolean }[],
): ArrowDrawing {
  return {
    lines: arrows.map(({ points }) => roundedPath(points, 6)),
    dashed: arrows.map(({ dashed = false }) => dashed),
    labels: arrows.flatMap(({ label }) => label ?? []),
  }
}

import { mount } from '@vue/test-utils'
import type { Component } from 'vue'

/** Reads the body of a figure's table: each row's label, then its cells, without section headings. */
export function tableText(figure: Component): string[][] {
  return mount(figure)
    .findAll('tbody tr')
    .map((row) => row.findAll('.label, td').map((cell) => cell.text()))
}

/** Reads the bold cells of a figure's table as `row label: value`, without half-width and mark. */
export function boldCells(figure: Component): string[] {
  return mount(figure)
    .findAll('tbody tr')
    .flatMap((row) =>
      row
        .findAll('td.best')
        .map((cell) => `${row.get('.label').text()}: ${cell.text().replace(/ ?±.*/, '')}`),
    )
}

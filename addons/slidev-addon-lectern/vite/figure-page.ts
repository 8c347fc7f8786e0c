import type { Plugin } from 'vite'

import { readVariables } from '../deck/build-variables.ts'

/** Tells `setup/routes.ts` whether the deck has the page of its figures, which no published site has. */
export const figurePage: Plugin = {
  name: 'lectern:figure-page',
  config: (_config, { command }) => {
    const hasPage = command === 'serve' || readVariables(process.env)?.isForFigures === true
    return { define: { HAS_LECTERN_FIGURE_PAGE: String(hasPage) } }
  },
}

import { expect, it } from 'vitest'

import { listShellScripts } from '../../../site/prerender/slide-scripts.ts'

it('lists the scripts of a page as browsers write their addresses', () => {
  const shell =
    '<script type="module" src="/ü x/assets/index.js"></script><link rel="modulepreload" href="/ü x/assets/vue.js">'
  expect([...listShellScripts(shell)]).toEqual([
    '/%C3%BC%20x/assets/index.js',
    '/%C3%BC%20x/assets/vue.js',
  ])
  expect([...listShellScripts('<p>x.js</p>')]).toEqual([])
})

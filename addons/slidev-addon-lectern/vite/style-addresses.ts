import type { NodeTransform } from '@vue/compiler-core'
import type { Plugin } from 'vite'

/** Matches the start of an address from the site's root in a value of CSS, which may be quoted within JSON. */
const ROOT_URL_RE = /\burl\((\\?["']?)\/(?!\/)/g

/** A plugin of Vite, and the transform that it tells of the site's base path. */
export interface StyleAddresses {
  plugin: Plugin
  transform: NodeTransform
}

/**
 * Puts the site's base path before addresses such as `url(/sea.png)` in inline styles of templates, as Vite does in
 * style sheets and Vue does in `src`. Addresses that a script computes stay.
 */
export function createStyleAddresses(): StyleAddresses {
  let base = '/'
  return {
    plugin: {
      name: 'lectern:style-addresses',
      configResolved: (config) => {
        base = config.base
      },
    },
    transform: (node) => {
      // A relative base is one of the page's address, which the slide changes.
      if (!('tag' in node) || !base.startsWith('/') || base === '/') {
        return
      }
      for (const prop of node.props) {
        // Vue has made a binding of `style="…"` by now.
        if (
          'exp' in prop &&
          prop.name === 'bind' &&
          prop.arg &&
          'content' in prop.arg &&
          prop.arg.content === 'style' &&
          prop.exp &&
          'content' in prop.exp
        ) {
          prop.exp.content = prop.exp.content.replace(ROOT_URL_RE, `url($1${base}`)
        }
      }
    },
  }
}

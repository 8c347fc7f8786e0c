import { expect, it } from 'vitest'

import { unquoteMetaContent } from '../../vite/meta-quotes.ts'

it('takes the quotation marks off a meta tag’s value, and only the outer ones', () => {
  expect(
    unquoteMetaContent('<meta name="description" content="&quot;A &quot;great&quot; talk&quot;">'),
  ).toBe('<meta name="description" content="A &quot;great&quot; talk">')
})

it('leaves other tags and values as they are', () => {
  const html =
    '<meta property="og:title" content="Llama &quot;3&quot;"><p title="&quot;a&quot;"></p>'
  expect(unquoteMetaContent(html)).toBe(html)
})

import { describe, expect, it } from 'vitest'

import { keepHeadmatter, repeatSlides } from '../../contestants/deck-markdown.ts'

const DECK = `---
title: A talk
themeConfig:
  primary: '#9fd9f5'
fonts:
  provider: none
  sans: Inter
addons:
- one
- two
favicon: /icon.svg
---

# First

---
layout: cover
---

# Second
`

describe('the headmatter for stock Slidev', () => {
  it('keeps a key with the lines that belong to it, and drops other keys with theirs', () => {
    expect(keepHeadmatter(DECK, ['title', 'themeConfig', 'addons'])).toBe(`---
title: A talk
themeConfig:
  primary: '#9fd9f5'
addons:
- one
- two
---

# First

---
layout: cover
---

# Second
`)
  })

  it('is removed where none of its keys is kept', () => {
    expect(keepHeadmatter('---\nfavicon: x\n---\n\n# First\n', ['title'])).toBe('\n# First\n')
  })

  it('leaves a deck without one as it is', () => {
    expect(keepHeadmatter('# First\n\n---\ntitle: Second\n---\n', [])).toBe(
      '# First\n\n---\ntitle: Second\n---\n',
    )
  })
})

describe('a deck of several times the slides', () => {
  it('has the headmatter once, and separators between the copies', () => {
    expect(repeatSlides('---\ntitle: A talk\n---\n\n# First\n\n---\n\n# Second\n', 2)).toBe(
      '---\ntitle: A talk\n---\n\n# First\n\n---\n\n# Second\n\n---\n\n# First\n\n---\n\n# Second\n',
    )
  })

  it('is the deck when it comes once', () => {
    expect(repeatSlides(DECK, 1)).toBe(DECK)
  })
})

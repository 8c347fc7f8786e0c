/** Slides with every place a span may be in, with text that only looks like a span, and with a title. */
export const PLACES = String.raw`
# The [red]{color=red} title

- [item]{color=green} and [**bold** ${'`code`'} $x^2$]{color="blue" .underline #anchor}
- a [[red]{color=red} link](https://example.com/) and [a [nested]{color=lime} span]<color=gray500>

| [head]{color=teal} | b |
|---|---|
| [cell]{color='#ff0000'} | c |

> [quote]{color=purple}

<div class="box">

[slot]{color=orange}

</div>

[link](https://example.com/){color=sky}

![](/picture.svg){width=40% .rounded}

<SlideCurrentNo total class="absolute bottom-2" />

---

# Left *alone*

${'`[code]{color=red}`'} \[escaped]{color=red} [near]{color=}

${'```'}md {1|2}
[fence]{color=red}
![](/picture.svg){width=40%}
${'```'}

<!-- [comment]{color=red} -->

---

# ${'`<Toc>`'} and [spans]{color=red}

<Toc />
`

/**
 * Slides with an image in every possible place: `/huge.png`, 3000 x 2400 px, `/broad.png`, 4000 x 700 px, or
 * `/small.png`, 120 x 80 px.
 */
export const PLACES = `# Alone

![](/huge.png)

---

# Between paragraphs

Before it.

![](/huge.png){width=50%}

After it.

---

# Two in one paragraph

![](/huge.png)
![](/broad.png)

---

# Two paragraphs

![](/huge.png)

![](/broad.png)

---

# Linked

[![](/huge.png)](/2)

---

# In a list

- before
- ![](/huge.png)
- after

---

# In a table

| a | b |
|---|---|
| ![](/huge.png) | text |

---

# In a column

<div class="grid grid-cols-2 gap-4">
<div>

Text beside it.

</div>
<div>

![](/huge.png)

A caption.

</div>
</div>

---

# In a figure

<figure>
  <img src="/huge.png" alt="" />
  <figcaption>A caption</figcaption>
</figure>

---

# Centered

<div class="flex justify-center"><img src="/huge.png" class="w-9/10" alt="" /></div>

---

# Centered, with a link below

<div class="flex flex-col items-center">
  <img src="/huge.png" class="w-[65%]" alt="" />

  [A link](https://example.com/)

</div>

---

# Bare, with classes

- before

<img src="/huge.png" class="w-3/5 mx-6 mt-2" alt="" />

---

# In a quote

> ![](/huge.png)
>
> Quoted.

---
layout: two-cols
---

# In the left column

![](/huge.png)

A caption.

::right::

Text in the right one.

![](/broad.png)

---
layout: two-cols-header
---

# Under a header

::left::

![](/huge.png)

::right::

Text beside it.

::bottom::

A line below.

---
layout: center
---

# In the center

![](/huge.png)

---
layout: cover
---

# On a cover

![](/huge.png)

A line below.

---

# Columns by attribute

<div grid="~ cols-2 gap-2">

![](/huge.png)

![](/huge.png)

</div>

---

# Four in a grid

<div class="grid grid-cols-2 gap-4">

![](/huge.png)

![](/broad.png)

![](/broad.png)

![](/huge.png)

</div>

---

# Small

![](/small.png)

<img src="/small.png" alt="" />

---

# Small ones in a row

<div class="flex gap-4"><img src="/small.png" alt="" /><img src="/small.png" alt="" /></div>

---

# Cropped

<div class="h-60 overflow-hidden"><img src="/huge.png" alt="" /></div>

---

# With words below

![](/huge.png)
Words in the same paragraph.

![](/broad.png)
More words.

---

# With bold words below

![](/huge.png)
Words **in** the same paragraph.

After it.

---

# Afloat

<img src="/small.png" class="float-right" alt="" />

Words beside it.

---

# Placed

<img src="/huge.png" class="w-96 absolute right-10 top-52" alt="" />

- a line that is longer than half of the slide, so that it would be covered by the image beside it
- another line that is longer than half of the slide, so that it would be covered by the image
- and another line that is longer than half of the slide, so that it would be covered
- and one more line that is longer than half of the slide, so that it would be covered by the image
`

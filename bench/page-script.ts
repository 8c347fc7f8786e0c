/** Which elements show a slide, and the one before it. */
export interface Step {
  /** Selector of the slide that is to come. */
  next: string
  /** Selector of the slide that is to go. */
  previous: string
}

/** How long after the key press a slide was shown, in ms. */
export interface StepTimes {
  /** The frame in which it is visible. */
  shownMs: number
  /** The frame in which it is alone, opaque, and its pictures are decoded. */
  settledMs: number
}

declare global {
  interface Window {
    /** The part of the bench that runs in the page. */
    deckBench: {
      /** When the slide that was opened was on the screen, in ms since the navigation began. */
      firstSlide: Promise<number>
      /** Begins to wait for the next key press. */
      arm: (step: Step) => void
      /** What the key press led to. */
      readStep: () => Promise<StepTimes>
      /** Begins to look for a text, also in the pages that follow in this window. */
      expectText: (text: string) => void
      /** When the text was on the screen, in ms since 1970. */
      readText: () => Promise<number>
    }
  }
}

/**
 * Watches a page from its start; runs in the page, so it uses nothing from outside. Until the first slide
 * is there it looks once a frame at the headings, and at nothing else.
 *
 * @param heading - Text of the heading on the slide that is opened.
 */
export function watchPage(heading: string): void {
  const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()
  const isVisible = (element: Element): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
      return false
    }
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return (
      right > left &&
      bottom > top &&
      right > 0 &&
      bottom > 0 &&
      left < innerWidth &&
      top < innerHeight
    )
  }
  /** Looks once a frame until there is something, and tells after that frame was drawn. */
  const eachFrame = async <Found>(look: () => Found | undefined): Promise<Found> =>
    new Promise((resolve, reject) => {
      const drawn = new MessageChannel()
      const tick = (): void => {
        try {
          const found = look()
          if (found === undefined) {
            requestAnimationFrame(tick)
          } else {
            drawn.port1.addEventListener('message', () => resolve(found))
            drawn.port1.start()
            drawn.port2.postMessage('')
          }
        } catch (error) {
          reject(error)
        }
      }
      requestAnimationFrame(tick)
    })

  const findShown = (selector: string): Element | undefined =>
    [...document.querySelectorAll(selector)].find(isVisible)
  const opacityOf = (element: Element): number => {
    let opacity = 1
    for (let at: Element | null = element; at; at = at.parentElement) {
      opacity *= Number(getComputedStyle(at).opacity)
    }
    return opacity
  }
  const decodePictures = async (slide: Element): Promise<void> => {
    const pictures = [...slide.querySelectorAll('img')]
    await Promise.all(
      pictures.map(async (picture) =>
        picture.decode().catch(() => {
          // A picture that was given another address meanwhile is looked at in the next round.
          if (picture.complete && picture.naturalWidth === 0) {
            throw new Error(`The picture ${picture.currentSrc || picture.src} cannot be shown.`)
          }
        }),
      ),
    )
  }
  const isAlone = (slide: Element, previous: string): boolean =>
    findShown(previous) === undefined && opacityOf(slide) > 0.995
  const readStepFrom = async ({ next, previous }: Step, pressedAt: number): Promise<StepTimes> => {
    let decoding: Promise<void> | undefined
    const slide = await eachFrame(() => {
      const shown = findShown(next)
      decoding = shown && decodePictures(shown)
      return shown
    })
    const shownMs = performance.now() - pressedAt
    await decoding
    if (!isAlone(slide, previous)) {
      const settled = await eachFrame(() => {
        const shown = findShown(next)
        return shown && isAlone(shown, previous) ? shown : undefined
      })
      await decodePictures(settled)
    }
    return { shownMs, settledMs: performance.now() - pressedAt }
  }

  const findText = async (text: string): Promise<number> => {
    await eachFrame(() => document.body?.textContent?.includes(text) || undefined)
    return performance.timeOrigin + performance.now()
  }
  const expectedKey = 'deckBench.expected'
  // An empty page has no storage.
  const expected = location.protocol === 'http:' && sessionStorage.getItem(expectedKey)
  let found = expected ? findText(expected) : undefined

  let step: Promise<StepTimes> | undefined
  window.deckBench = {
    firstSlide: eachFrame(
      () =>
        [...document.querySelectorAll('h1, h2')].find(
          (element) => plain(element.textContent) === heading && isVisible(element),
        ) && true,
    ).then(() => performance.now()),
    arm: (awaited) => {
      step = new Promise((resolve, reject) => {
        addEventListener(
          'keydown',
          ({ timeStamp }) => void readStepFrom(awaited, timeStamp).then(resolve, reject),
          { capture: true, once: true },
        )
      })
    },
    readStep: async () => step ?? Promise.reject(new Error('No key press is waited for.')),
    expectText: (text) => {
      sessionStorage.setItem(expectedKey, text)
      found = findText(text)
    },
    readText: async () => found ?? Promise.reject(new Error('No text is looked for.')),
  }
}

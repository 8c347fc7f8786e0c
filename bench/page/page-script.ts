/** Selectors of two slides, one after the other. */
export interface Step {
  /** Slide that the key press shows. */
  next: string
  /** Slide that the key press hides. */
  previous: string
}

/** Times from the key press, in ms. */
export interface StepTimes {
  /** Until the frame in which the slide is visible. */
  shownMs: number
  /** Until the frame in which it is alone and opaque, and its images are decoded. */
  settledMs: number
}

declare global {
  interface Window {
    /** Functions of the bench that run in the page. */
    deckBench: {
      /** When the slide that was opened was on the screen, in ms since the navigation began. */
      firstSlide: Promise<number>
      /** Starts to wait for the next key press. */
      arm: (step: Step) => void
      /** Returns the times of the slide that the key press showed. */
      readStep: () => Promise<StepTimes>
      /** Starts to look for a text, also in later pages of this window. */
      expectText: (text: string) => void
      /** Returns when the text was on the screen, in ms since 1970. */
      readText: () => Promise<number>
    }
  }
}

/**
 * Watches a page from its start; runs in the page, so it uses nothing outside itself. Until the first slide is
 * there, it looks at the headings once a frame, and at nothing else.
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
  /** Looks once a frame until something is found; resolves after that frame was drawn. */
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
  const decodeImages = async (slide: Element): Promise<void> => {
    const images = [...slide.querySelectorAll('img')]
    await Promise.all(
      images.map(async (image) =>
        image.decode().catch(() => {
          // An image whose address has changed meanwhile is decoded in the next round.
          if (image.complete && image.naturalWidth === 0) {
            throw new Error(`The image ${image.currentSrc || image.src} cannot be shown.`)
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
      decoding = shown && decodeImages(shown)
      return shown
    })
    const shownMs = performance.now() - pressedAt
    await decoding
    if (!isAlone(slide, previous)) {
      const settled = await eachFrame(() => {
        const shown = findShown(next)
        return shown && isAlone(shown, previous) ? shown : undefined
      })
      await decodeImages(settled)
    }
    return { shownMs, settledMs: performance.now() - pressedAt }
  }

  const findText = async (text: string): Promise<number> => {
    await eachFrame(() => document.body?.textContent?.includes(text) || undefined)
    return performance.timeOrigin + performance.now()
  }
  const expectedKey = 'deckBench.expected'
  // Blank pages have no storage.
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

/** Waits for the next frame, which does not come while a style sheet in the page's head is loading. */
export async function nextFrame(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve())
  })
}

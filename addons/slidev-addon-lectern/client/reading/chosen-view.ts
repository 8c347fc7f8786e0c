import { readStored } from '../stored-choice.ts'

/** How a visitor reads the talk. */
export type View = 'slides' | 'reading'

/** Narrow upright screens, on which a slide would be too small to read. */
export const UPRIGHT = '(orientation:portrait) and (max-width:600px)'

const KEY = 'lectern-view'

/** Returns the view that the visitor chose in this window; nothing before. */
export function readChosenView(): string | null {
  return readStored(() => sessionStorage, KEY)
}

/** Whether the article is to be shown in place of slides; not in a page whose author embedded the slides. */
export function opensReading(): boolean {
  return (
    matchMedia(UPRIGHT).matches && !/[?&]embed/.test(location.href) && readChosenView() !== 'slides'
  )
}

/** Remembers the view that the visitor chose, so that turning the screen does not change it. */
export function chooseView(view: View): void {
  try {
    sessionStorage.setItem(KEY, view)
  } catch {
    // It is forgotten with the page.
  }
}

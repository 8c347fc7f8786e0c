import type { Router } from 'vue-router'

let known: Router | undefined

/** Keeps the router of Slidev's application, which is created before any view. */
export function keepRouter(router: Router): void {
  known = router
}

/**
 * Returns the router of Slidev's application.
 *
 * @throws {Error} before the application is set up.
 */
export function useDeckRouter(): Router {
  if (!known) {
    throw new Error("Slidev's application has no router yet.")
  }
  return known
}

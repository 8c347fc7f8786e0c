/** Keeps Slidev from asking for a screen that stays on: a browser without a screen may refuse it with an error. */
export function removeWakeLock(): void {
  Reflect.deleteProperty(Navigator.prototype, 'wakeLock')
}

/*
 * Runs before Slidev, which reads its settings from the browser's storage as it starts, and does not start without one.
 */
import { createMemoryStorage, hasStorage } from './memory-storage.ts'

if (!hasStorage()) {
  Object.defineProperty(window, 'localStorage', { value: createMemoryStorage() })
}

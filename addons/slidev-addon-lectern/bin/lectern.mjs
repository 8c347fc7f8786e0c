#!/usr/bin/env node
import { existsSync } from 'node:fs'

// The package holds built JavaScript. Its repository does not: there the command runs from its sources.
const built = new URL('../dist/lectern.js', import.meta.url)
if (existsSync(built)) {
  await import(built.href)
} else {
  await import('tsx/esm')
  await import('../commands/lectern.ts')
}

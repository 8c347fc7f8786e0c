import { expect, it } from 'vitest'
import { createApp } from 'vue'

import { createLazyPlugin } from '../../../client/lazy/lazy-plugin.ts'

it('installs the real plugin, with the options of the light one, whichever comes first', () => {
  const installs: unknown[] = []
  const real = { install: (_: unknown, options: unknown) => installs.push(options) }
  const late = createLazyPlugin()
  createApp({}).use(late.plugin, 'before')
  expect(installs).toEqual([])
  late.provide(real)
  expect(installs).toEqual(['before'])
  createApp({}).use(late.plugin, 'after')
  expect(installs).toEqual(['before', 'after'])
})

import { expect, it, vi } from 'vitest'

import { loadChineseType } from '../../../tools/chinese-type.ts'

it('loads the Chinese type once, when there is Chinese text', async () => {
  const load = vi.fn<() => void>()
  loadChineseType(document.body, load)
  document.body.append('Llama 3')
  await Promise.resolve()
  expect(load).not.toHaveBeenCalled()
  document.body.append('下一頁')
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce())
  document.body.append('再下一頁')
  await Promise.resolve()
  expect(load).toHaveBeenCalledOnce()
})

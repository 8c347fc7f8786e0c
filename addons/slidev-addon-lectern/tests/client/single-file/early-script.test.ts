// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest'

const SEA = 'data:image/png;base64,AA=='
const PAPER = 'data:application/pdf;base64,AA=='

beforeAll(async () => {
  document.documentElement.dataset['lecternScheme'] = 'dark'
  const film = `data:video/mp4;base64,${btoa('x'.repeat(2_000_000))}`
  window.lecternFiles = { 'art/sea.png': SEA, 'papers/llama.pdf': PAPER, 'film.mp4': film }
  window.lecternStyleFiles = ['art/sea.png']
  await import('../../../client/single-file/early-script.ts')
})

/** Clicks on the text of a link, and returns the name under which a browser saves its file. */
function click(html: string): string | undefined {
  document.body.innerHTML = html
  const link = document.querySelector('a')
  document.querySelector('b')?.dispatchEvent(new Event('click', { bubbles: true }))
  return link?.download
}

it('sets the color scheme of the deck, and gives style sheets their files', () => {
  expect(document.documentElement.classList.contains('dark')).toBe(true)
  expect(document.documentElement.style.getPropertyValue('--lectern-file-0')).toBe(`url("${SEA}")`)
})

it('lets a link save a file of the talk under its name', () => {
  expect(click(`<a href="${PAPER}"><b>Paper</b></a>`)).toBe('llama.pdf')
  expect(click(`<a href="${window.lecternFiles['film.mp4']}"><b>Film</b></a>`)).toBe('film.mp4')
})

it('leaves other links, and names that the author gives', () => {
  expect(click('<a href="https://lab.example/x.pdf"><b>Paper</b></a>')).toBe('')
  expect(click(`<a href="${PAPER}" download="own.pdf"><b>Paper</b></a>`)).toBe('own.pdf')
})

it('gives a large file a short address, always the same', () => {
  const address = window.lecternFiles['film.mp4'] ?? ''
  expect(address).toMatch(/^blob:/)
  expect(window.lecternFiles['film.mp4']).toBe(address)
})

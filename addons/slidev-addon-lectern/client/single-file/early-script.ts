/*
 * Runs in the head of a talk that is one file, before its application: chooses light or dark mode, gives large files
 * short addresses and style sheets their files, and lets links to files of the talk save them, because browsers open no
 * page from data.
 */
import { decideMode } from '../prerendered/color-mode.ts'

declare global {
  interface Window {
    /** Content of each file as an address with `data:`, by its path, such as `sea.png`. */
    lecternFiles: Readonly<Record<string, string>>
    /** Paths of the files that style sheets name, by the number in `--lectern-file-0`. */
    lecternStyleFiles: readonly string[]
  }
}

/** Length from which Chromium hands an address of data to no other process, such as that of a worker. */
const LONG = 2_000_000

decideMode()

/** Paths of the files by their addresses; those of large files are added as they are made. */
const paths = new Map<string, string>()

for (const [path, address] of Object.entries(window.lecternFiles)) {
  if (address.length > LONG) {
    let made: string | undefined
    // Made on first use, because a script may name large files that it does not need.
    Object.defineProperty(window.lecternFiles, path, {
      get: () => {
        if (made === undefined) {
          made = toObjectAddress(address)
          paths.set(made, path)
        }
        return made
      },
    })
  } else {
    paths.set(address, path)
  }
}

for (const [index, path] of window.lecternStyleFiles.entries()) {
  const address = window.lecternFiles[path] ?? ''
  document.documentElement.style.setProperty(`--lectern-file-${index}`, `url("${address}")`)
}

addEventListener(
  'click',
  ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null
    const path = paths.get(link?.getAttribute('href') ?? '')
    if (link && path !== undefined && link.download === '') {
      link.download = path.split('/').at(-1) ?? ''
    }
  },
  true,
)

/** Returns a short address of what an address of data contains. */
function toObjectAddress(address: string): string {
  const [head = '', base64 = ''] = address.split(',')
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const type = /^data:([^;]+)/.exec(head)?.[1] ?? ''
  return URL.createObjectURL(new Blob([bytes], { type }))
}

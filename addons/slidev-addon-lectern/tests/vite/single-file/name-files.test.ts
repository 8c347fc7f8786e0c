import { describe, expect, it } from 'vitest'

import { nameFiles } from '../../../vite/single-file/name-files.ts'

const FILES = ['sea.png', 'sea.png.txt', 'assets/my pic.png', 'a(1).svg']

const name = (code: string): string => nameFiles(code, '/base/', FILES)

describe('the address of a file in a script', () => {
  it.each([
    ['a="/base/sea.png"', 'a=(""+lecternFiles["sea.png"]+"")'],
    ["a='/base/sea.png'", "a=(''+lecternFiles[\"sea.png\"]+'')"],
    ['a=`/base/sea.png`', 'a=`${lecternFiles["sea.png"]}`'],
    ['case"/base/sea.png":', undefined],
    ['a="/base/assets/my%20pic.png"', 'a=(""+lecternFiles["assets/my pic.png"]+"")'],
    ['a="/base/a(1).svg#part"', 'a=(""+lecternFiles["a(1).svg"]+"#part")'],
    ['a="/base/sea.png?v=1"', 'a=(""+lecternFiles["sea.png"]+"")'],
    ['a="/base/sea.png.txt"', 'a=(""+lecternFiles["sea.png.txt"]+"")'],
    ['é="ü",a="/base/sea.png"', 'é="ü",a=(""+lecternFiles["sea.png"]+"")'],
    [
      String.raw`a="<img src=\"/base/sea.png\" alt=\"\">"`,
      String.raw`a=("<img src=\""+lecternFiles["sea.png"]+"\" alt=\"\">")`,
    ],
    [
      'a=`url(/base/sea.png), url("/base/sea.png") ${b}`',
      'a=`url(${lecternFiles["sea.png"]}), url("${lecternFiles["sea.png"]}") ${b}`',
    ],
  ])('is replaced in %s', (code, expected) => {
    const whole = expected === undefined ? `switch(a){${code}}` : code
    expect(name(whole)).toBe(expected ?? 'switch(a){case(""+lecternFiles["sea.png"]+""):}')
  })

  it.each([
    'a="/sea.png"',
    'a="/base/none.png"',
    'a="/base/sea.pngx"',
    'a="/base/"+b',
    'a={"/base/sea.png":1}',
    'import a from"/base/sea.png"',
    'export*from"/base/sea.png"',
    'a=tag`/base/sea.png`',
    '"/base/sea.png";a()',
    'a=/base/g',
  ])('is left in %s', (code) => {
    expect(name(code)).toBe(code)
  })

  it('is replaced where a key is computed, and in the value of a property', () => {
    expect(name('a={["/base/sea.png"]:"/base/sea.png"}')).toBe(
      'a={[(""+lecternFiles["sea.png"]+"")]:(""+lecternFiles["sea.png"]+"")}',
    )
  })
})

import type { CheckName } from '../../deck/check-names.ts'

/** A fixture deck of `tests/fixtures/doctor` and the one thing that is wrong with it. */
export interface PlantedFault {
  /** Name of the deck; `NAME.healthy.md` is its twin without the fault. */
  deck: string
  check: CheckName
  /** What stands on the line that the author would edit, and on no other. */
  line: string
  /** What the message must say. */
  seen: RegExp
  /** The states of the slide that have it; `undefined` when all do. */
  when: string | undefined
}

type Row = [deck: string, line: string, seen: RegExp, when?: string]

/** Faults that do not keep the deck from being built, so that one deck can import them all. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  ...plant('overflow', [
    ['overflow-bottom', 'item number 15', /"item number 15" and 5 more .* bottom edge/],
    ['overflow-right', 'a line that nobody broke', /right edge/],
    ['overflow-left', 'moved out to the left', /left edge/],
    ['overflow-top', 'moved out at the top', /top edge/],
    ['overflow-hidden', 'item number 3', /and 3 more are cut off .* in a box that hides/],
    ['overflow-scroll', 'item number 5', /and 3 more are cut off .* in a scroll container/],
    ['overflow-ellipsis', 'a sentence that ends', /cut off/],
    ['overflow-code', 'const total', /cut off .* in a scroll container/],
    ['overflow-second-click', 'at the second click', /bottom edge/, 'at click 2'],
    ['overflow-hidden-step', 'until the first click', /bottom edge/, 'at click 0'],
    ['overflow-dark-only', 'item number 7', /bottom edge/, 'in dark mode'],
    ['overflow-after-fonts', 'set in a wide face', /right edge/],
    ['overflow-raw-html', 'h-100', /an empty <div> .* bottom edge/],
    ['overflow-slot', 'right number 17', /"right number 17" and 5 more .* bottom edge/],
    ['overflow-table', 'column9', /right edge/],
    ['overflow-image', '/tall.png', /tall\.png .* bottom edge/],
    ['overflow-svg', '<svg', /left edge/],
    ['overflow-squeezed', '/chart.png', /chart\.png is squeezed/],
  ]),
  ...plant('overlap', [
    ['overlap-image', 'item number 3', /"item number 3" and 2 more are covered by chart\.png/],
    ['overlap-click', 'item number 3', /covered by chart\.png/, 'at click 1'],
    ['overlap-box', 'item number 2', /covered by an opaque <div>/],
    ['overlap-drawing', 'item number 2', /covered by a drawing/],
    ['overlap-text', 'a note over the list', /runs into "item number 1"/],
    ['overlap-margin', 'pulled up too far', /runs into "second"/],
  ]),
  ...plant('images', [
    ['images-broken', '/broken.png', /broken\.png is not shown/],
    ['images-background', 'image: /no-ground.png', /no-ground\.png is not shown/],
    ['images-no-alt', '/chart.png', /no alternative text/],
    ['images-html-no-alt', '/chart.png', /no alternative text/],
    ['images-alt-file-name', '/chart.png', /only its file name: "chart\.png"/],
    ['images-upscaled', '/small.png', /100 px wide and shown 470 px wide/],
    ['images-stretched', '/chart.png', /out of shape/],
    ['images-faded', '/chart.png', /faded/],
  ]),
  ...plant('accessibility', [
    ['contrast', 'too pale to read', /contrast of 1\.9:1/, 'in light mode'],
    ['contrast-dark-only', 'lost on a dark slide', /contrast of 1\.4:1/, 'in dark mode'],
    ['contrast-on-picture', 'white letters', /contrast of 1\.2:1/],
    ['contrast-on-gradient', 'grey letters', /contrast of 2\.1:1/],
    [
      'contrast-second-click',
      'too pale at the second click',
      /contrast of 1\.9:1/,
      'in light mode, at click 2',
    ],
    ['contrast-marked', 'under a grey marker', /contrast of 3\.\d:1/, 'in dark mode, at click 1'],
    ['heading-order', '#### Three levels down', /Heading order invalid/],
    ['link-without-text', 'https://example.com/', /text that is visible to screen readers/],
    ['movement', 'never at rest', /moves although/],
  ]),
  ...plant('colors', [
    ['colors-raw-span', '{color=red}', /"\[best\]\{color=red\}" is printed/],
    ['colors-raw-angle', '<color=red>', /"\[best\]<color=red>" is printed/],
    ['colors-raw-size', '{width=40%}', /"\{width=40%\}" is printed/],
  ]),
  ...plant('numbers', [
    ['numbers', '{{ $page + 1 }}', /the slide says it is "\d+"/],
    ['numbers-total', '{{ $nav.total + 1 }}', /the slide says it is "\d+ \/ \d+"/],
  ]),
  ...plant('facts', [['facts', '12T', /the slide says 12T in "trained on 12T tokens"/]]),
  ...plant('network', [
    ['network-image', 'pictures.example', /chart\.png is asked for by <img>/],
    ['network-style', 'pictures.example', /ground\.png is asked for by/],
    ['network-frame', 'frames.example', /page\.html is asked for by <iframe>/],
    ['network-script', 'data.example', /values\.json is asked for by a script/],
  ]),
  ...plant('console', [
    ['console-error', 'console.error', /error in .* "the planted error"/],
    ['console-warning', 'console.warn', /warning in .* "the planted warning"/],
    ['console-exception', 'throw new Error', /uncaught error in .* "the planted exception"/],
    ['console-thrown', '# A heading', /uncaught error in .* JSON/],
    ['console-missing-file', 'no-such-values.json', /no-such-values\.json answers 404/],
  ]),
  ...plant('links', [
    ['links-slide', '(/999)', /leads to slide 999/],
    ['links-file', 'no-such-paper.txt', /neither a slide nor a file/],
    ['links-routed-file', '/paper.txt', /opens Slidev's page for missing slides/],
    ['links-anchor', '#no-such-id', /not on this slide/],
  ]),
  ...plant('spelling', [
    ['spelling', 'recieve', /"recieve"/],
    ['spelling-note', 'seperately', /"seperately"/],
    ['spelling-alt', 'fourty', /"fourty"/],
  ]),
  ...plant('fonts', [
    ['fonts-missing', 'in a face nobody has', /whatever font the machine has: No Such Face/],
    ['fonts-not-loaded', 'in a face that does not load', /Gone is not bundled, or does not load/],
    ['fonts-glyph', 'from A to Ж', /"Ж" in "from A to Ж" is in no bundled font/],
  ]),
  ...plant('notes', [
    ['notes-too-many', 'After a second there is not', /go to click 2 .* the slide has 1/],
    ['notes-too-few', '[click] After the first', /go to click 1 .* the slide has 3/],
    ['notes-no-clicks', '[click] After', /the slide has none/],
  ]),
]

/** Faults of a deck with the addon. */
export const ADDON_FAULTS: readonly PlantedFault[] = [
  ...plant('colors', [['addon-color', 'grey5000', /unknown color "grey5000"/]]),
  ...plant('images', [['addon-image', 'width=wide', /"width=wide" .* is left out/]]),
]

/** Faults of how a deck is put together. */
export const DECK_FAULTS: readonly PlantedFault[] = [
  ...plant('links', [['deck-import', 'src: ', /no-such-part\.md/]]),
]

/** A fault that keeps the deck from being built, so that it must stand alone. */
export const BUILD_FAULTS: readonly PlantedFault[] = [
  ...plant('images', [['images-missing', 'no-such-file.png', /no file "\/no-such-file\.png"/]]),
]

function plant(check: CheckName, rows: readonly Row[]): PlantedFault[] {
  return rows.map(([deck, line, seen, when]) => ({ deck, check, line, seen, when }))
}

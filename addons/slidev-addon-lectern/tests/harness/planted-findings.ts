import type { CheckName } from '../../deck/check-names.ts'
import type { Severity } from '../../page/observation.ts'

/** A fixture deck of `tests/fixtures/doctor` and its only finding. */
export interface PlantedFinding {
  /** Name of the deck; `NAME.healthy.md` is its twin without the finding. */
  deck: string
  check: CheckName
  /** Text of the line that the author would edit, which no other line has. */
  line: string
  /** Matches the message. */
  seen: RegExp
  /** States of the slide that have it; `undefined` if all do. */
  when: string | undefined
  severity: Severity
}

type Row = [deck: string, line: string, seen: RegExp, when?: string]

/** Findings of decks that build, so that one deck can import them all. */
export const PLANTED_FINDINGS: readonly PlantedFinding[] = [
  ...plant(
    'overflow',
    [
      ['overflow-scroll', 'item number 5', /and 3 more are cut off .* in a scroll container/],
      ['overflow-ellipsis', 'a sentence that ends', /cut off .* by three dots/],
      ['overflow-code', 'const total', /cut off .* in a scroll container/],
      ['overflow-raw-html', 'h-100', /an empty <div> .* bottom edge/],
      ['overflow-svg', '<svg', /left edge/],
      ['overflow-squeezed', '/chart.png', /chart\.png is squeezed/],
      [
        'overflow-scrolled',
        'first of the items',
        /and 3 more are cut off .* in a scroll container/,
      ],
    ],
    'warning',
  ),
  ...plant(
    'overflow',
    [
      ['overflow-bottom', 'item number 15', /"item number 15" and 5 more .* bottom edge/],
      ['overflow-right', 'a line that nobody broke', /right edge/],
      ['overflow-left', 'moved out to the left', /left edge/],
      ['overflow-top', 'moved out at the top', /top edge/],
      ['overflow-hidden', 'item number 3', /and 3 more are cut off .* in a box that hides/],
      ['overflow-second-click', 'at the second click', /bottom edge/, 'at click 2'],
      ['overflow-hidden-step', 'until the first click', /bottom edge/, 'at click 0'],
      ['overflow-dark-only', 'item number 7', /bottom edge/, 'in dark mode'],
      ['overflow-after-fonts', 'set in a wide face', /right edge/],
      ['overflow-slot', 'right number 17', /"right number 17" and 5 more .* bottom edge/],
      ['overflow-table', 'column9', /right edge/],
      ['overflow-image', '/tall.png', /tall\.png .* bottom edge/],
      ['overflow-far', '<svg', /bottom edge/],
    ],
    'error',
  ),
  ...plant(
    'overlap',
    [['overlap-click', 'item number 3', /covered by chart\.png/, 'at click 1']],
    'warning',
  ),
  ...plant(
    'overlap',
    [
      ['overlap-image', 'item number 3', /"item number 3" and 2 more are covered by subject\.svg/],
      ['overlap-box', 'item number 2', /covered by an opaque <div>/],
      ['overlap-drawing', 'item number 2', /covered by a drawing/],
      ['overlap-text', 'a note over the list', /runs into "item number 1"/],
      ['overlap-margin', 'pulled up too far', /runs into "second"/],
    ],
    'error',
  ),
  ...plant(
    'images',
    [
      ['images-missing', 'no-such-file.png', /no-such-file\.png is not shown/],
      ['images-broken', '/broken.png', /broken\.png is not shown/],
      ['images-background', 'image: /no-ground.png', /no-ground\.png is not shown/],
    ],
    'error',
  ),
  ...plant('images', [['images-empty-text', '/chart.png', /no alternative text/]], 'hint'),
  ...plant(
    'images',
    [
      ['images-no-alt', '/chart.png', /no alternative text/],
      ['images-html-no-alt', '/chart.png', /no alternative text/],
      ['images-alt-file-name', '/chart.png', /does not say what it shows: "chart\.png"/],
      ['images-upscaled', '/small.png', /100 px wide and shown 470 px wide/],
      ['images-stretched', '/chart.png', /stretched to/],
      ['images-faded', '/chart.png', /faded/],
    ],
    'warning',
  ),
  ...plant('accessibility', [
    ['contrast', 'too pale to read', /contrast of 1\.9:1/, 'in light mode'],
    ['contrast-dark-only', 'lost on a dark slide', /contrast of 1\.4:1/, 'in dark mode'],
    ['contrast-on-picture', 'white letters', /contrast of 1\.2:1/],
    ['contrast-on-gradient', 'black letters', /^"grey" has a contrast of 2\.\d:1/],
    [
      'contrast-second-click',
      'too pale at the second click',
      /contrast of 1\.9:1/,
      'in light mode, at click 2',
    ],
  ]),
  ...plant(
    'accessibility',
    [
      ['contrast-marked', 'under a grey marker', /contrast of 3\.\d:1/, 'in dark mode, at click 1'],
      ['link-without-text', 'https://example.com/', /text that is visible to screen readers/],
      ['movement', 'never at rest', /moves although/],
    ],
    'warning',
  ),
  ...plant(
    'accessibility',
    [['heading-order', '#### Three levels down', /Heading order invalid/]],
    'hint',
  ),
  ...plant('colors', [
    ['colors-raw-span', '{color=red}', /"\[best\]\{color=red\}" is shown as text/],
    ['colors-raw-angle', '<color=red>', /"\[best\]<color=red>" is shown as text/],
    ['colors-raw-size', '{width=40%}', /"\{width=40%\}" is shown as text/],
  ]),
  ...plant(
    'numbers',
    [
      ['numbers', '{{ $page + 1 }}', /the slide number says "\d+"/],
      ['numbers-total', '{{ $nav.total + 1 }}', /the slide number says "\d+ \/ \d+"/],
    ],
    'error',
  ),
  ...plant('facts', [['facts', '12T', /the slide says 12T in "trained on 12T tokens"/]]),
  ...plant(
    'network',
    [
      ['network-image', 'pictures.example', /chart\.png is requested by <img>/],
      ['network-style', 'grounds.example', /ground\.png is requested by/],
      ['network-frame', 'frames.example', /page\.html is requested by <iframe>/],
      ['network-script', 'data.example', /values\.json is requested by a script/],
    ],
    'warning',
  ),
  ...plant(
    'console',
    [['console-warning', 'console.warn', /warning in .* "the planted warning"/]],
    'hint',
  ),
  ...plant(
    'console',
    [['console-error', 'console.error', /error in .* "the planted error"/]],
    'warning',
  ),
  ...plant(
    'console',
    [
      ['console-exception', 'throw new Error', /uncaught error in .* "the planted exception"/],
      ['console-thrown', '# A heading', /uncaught error in .* JSON/],
      ['console-missing-file', 'no-such-values.json', /no-such-values\.json answers 404/],
    ],
    'error',
  ),
  ...plant(
    'links',
    [
      ['links-slide', '(/999)', /leads to slide 999/],
      ['links-file', 'no-such-paper.txt', /neither a slide nor a file/],
      ['links-routed-file', '/paper.txt', /opens Slidev's page for missing slides/],
      ['links-anchor', '#no-such-id', /not on this slide/],
    ],
    'error',
  ),
  ...plant(
    'spelling',
    [
      ['spelling', 'recieve', /"recieve"/],
      ['spelling-note', 'seperately', /"seperately"/],
      ['spelling-alt', 'fourty', /"fourty"/],
    ],
    'warning',
  ),
  ...plant('fonts', [
    ['fonts-boxes', '&#x378;', /no font of .* has "\u{378}": drawn as empty boxes/u],
  ]),
  ...plant(
    'fonts',
    [
      ['fonts-missing', 'in a face nobody has', /a font of this machine: No Such Face/],
      ['fonts-not-loaded', 'in a face that does not load', /Gone is not bundled, or does not load/],
      ['fonts-glyph', 'from A to Ж', /no bundled font has "Ж": drawn with a font of this machine/],
    ],
    'warning',
  ),
  ...plant(
    'notes',
    [['notes-too-few', '[click] After the first', /go to click 1 .* the slide has 3/]],
    'hint',
  ),
  ...plant(
    'notes',
    [
      ['notes-too-many', 'After a second there is not', /go to click 2 .* but the slide has 1/],
      ['notes-no-clicks', '[click] After', /the slide has no clicks/],
    ],
    'warning',
  ),
]

/** Findings of a deck with slidev-addon-addon. */
export const ADDON_FINDINGS: readonly PlantedFinding[] = [
  ...plant('colors', [['addon-color', 'grey5000', /unknown color "grey5000"/]], 'warning'),
  ...plant('images', [['addon-image', 'width=wide', /"width=wide" .* is left out/]], 'warning'),
]

/** Findings of a deck's imports. */
export const DECK_FINDINGS: readonly PlantedFinding[] = [
  ...plant('links', [['deck-import', 'src: ', /no-such-part\.md/]]),
]

function plant(
  check: CheckName,
  rows: readonly Row[],
  severity: Severity = 'error',
): PlantedFinding[] {
  return rows.map(([deck, line, seen, when]) => ({ deck, check, line, seen, when, severity }))
}

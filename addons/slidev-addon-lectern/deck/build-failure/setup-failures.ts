import type { Explanation } from '../explanation.ts'
import type { DeckModel } from '../read-deck.ts'

/** Reason outside of the slides, why Slidev does not start or end: how it is told, and the explanation. */
interface SetupFailure {
  pattern: RegExp
  /** Key of the headmatter that it concerns. */
  key: string
  explain: (named: string, also: string) => Pick<Explanation, 'seen' | 'expected' | 'fix'>
}

const SETUP_FAILURES: readonly SetupFailure[] = [
  {
    pattern: /The (theme|addon) "(.+?)" was not found and cannot prompt for installation/,
    key: '',
    explain: (kind, name) => ({
      seen: `the ${kind} "${shortName(kind, name)}" is not installed`,
      expected: `the package ${shortName(kind, name)} in the deck's node_modules`,
      fix: `Install it: npm install ${shortName(kind, name)}. Or correct the name.`,
    }),
  },
  {
    pattern: /Invalid (theme|addon) name "(.+?)"/,
    key: '',
    explain: (kind, name) => ({
      seen: `"${name}" is no name of a ${kind}`,
      expected: 'the name of a package, or a path that begins with ./',
      fix: 'Correct the name.',
    }),
  },
  {
    pattern: /\[slidev-addon-lectern\] Slidev did not take the addon/,
    key: 'addons',
    explain: () => ({
      seen: 'Slidev does not take slidev-addon-lectern into a deck that does not name it',
      expected: 'the addon in the headmatter',
      fix: 'Add it to the list: `addons: [slidev-addon-lectern]`.',
    }),
  },
  {
    pattern: /ERR_PACKAGE_PATH_NOT_EXPORTED.*?'\.\/lib\/token\.mjs'[^\n]*markdown-it/,
    key: 'theme',
    explain: () => ({
      seen: 'Slidev got a version of markdown-it that it does not work with, as pnpm and yarn choose it',
      expected: 'markdown-it 14',
      fix: 'Add it to the project: npm install -D markdown-it@14, or the same with pnpm or yarn.',
    }),
  },
  {
    pattern: /\[Slidev\] ogImage: (.+?) not found/,
    key: 'ogImage',
    explain: (path) => ({
      seen: `the image for link previews, "${path}", does not exist`,
      expected: "a file beside the deck's file",
      fix: 'Correct "ogImage", or remove it: link previews then show the first slide.',
    }),
  },
  {
    pattern: /(?:^|Error: )\[slidev\] "prism" support has been dropped/,
    key: 'highlighter',
    explain: () => ({
      seen: 'the highlighter "prism" is no longer in Slidev',
      expected: '"highlighter: shiki", which is the default',
      fix: 'Remove the line.',
    }),
  },
  {
    pattern:
      /\[plugin vite-plugin-remote-assets\][^]*?(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH) ([\w.:-]+)/,
    key: 'remoteAssets',
    explain: (_code, host) => ({
      seen: `"remoteAssets" copies files of other hosts into the site, and ${host} does not answer`,
      expected: 'a network, and addresses that answer',
      fix:
        host === 'cdn.jsdelivr.net'
          ? 'Set "favicon", because Slidev takes its own from there, or "remoteAssets: false".'
          : 'Correct the address, or set "remoteAssets: false".',
    }),
  },
  {
    pattern: /(?:EACCES|EPERM|EROFS): [^\n]*?'([^'\n]*node_modules[^'\n]*)'/,
    key: 'theme',
    explain: (path) => ({
      seen: `Slidev cannot write ${path.replace(/(node_modules)[/\\].*$/, '$1')}`,
      expected: 'a folder it may write its temporary files to',
      fix: 'Change the rights of the folder, or copy the deck to another place.',
    }),
  },
  {
    pattern: /\b(ENOSPC): no space left on device/,
    key: 'theme',
    explain: () => ({
      seen: 'the disk is full',
      expected: 'room for the built deck',
      fix: 'Delete what is no longer needed.',
    }),
  },
]

/** Explains failures that come from the headmatter or the machine. */
export function explainSetup(deck: DeckModel, output: string): Explanation[] {
  return SETUP_FAILURES.flatMap(({ pattern, key, explain }) => {
    const [, named = '', also = ''] = pattern.exec(output) ?? []
    return pattern.test(output)
      ? [
          {
            check: 'console' as const,
            file: deck.file,
            line: findHeadmatterLine(
              deck,
              key === '' ? [`${named}s:`, `${named}:`] : [`${key}:`],
              also,
            ),
            ...explain(named, also),
          },
        ]
      : []
  })
}

/** Slidev puts a prefix before the name of an addon that has it already. */
function shortName(kind: string, name: string): string {
  return name.replace(`slidev-${kind}-slidev-${kind}-`, `slidev-${kind}-`)
}

/** Returns the line that holds a name in the headmatter, or the line of the key. */
function findHeadmatterLine({ slides }: DeckModel, keys: readonly string[], named: string): number {
  const lines = slides[0]?.frontmatterLines ?? []
  const key = lines.find(({ text }) => keys.some((each) => text.trimStart().startsWith(each)))
  const bare = named.replace(/^(?:@slidev\/|slidev-)(?:theme-|addon-)/, '')
  const exact = lines.find(
    ({ text, number }) => bare !== '' && number >= (key?.number ?? 1) && text.includes(bare),
  )
  return (exact ?? key)?.number ?? 1
}

/** Slides, what `slidev build` 52.20.1 prints for them, and what it means. */
export interface RecordedFailure {
  what: string
  slides: string
  /** Shortened; `FOLDER` stands for the deck's folder. */
  output: string
  /** Each without what follows "Expected". */
  explained: readonly string[]
}

const STACK = `    at createCompilerError (FOLDER/node_modules/@vue/compiler-core/dist/compiler-core.cjs.prod.js:1374:17)
    at async Object.handler (file://FOLDER/node_modules/@slidev/cli/dist/cli.mjs:326:3) {
  errors: [Getter/Setter]
}`

function failPlugin(plugin: string, place: string, message: string): string {
  return `✗ Build failed in 3.31s
Build failed with 1 error:

[plugin ${plugin}] FOLDER/${place}
${message}
${STACK}`
}

function failVue(place: string, message: string): string {
  return failPlugin('vite:vue', place, `RolldownError: ${message}\nSyntaxError: ${message}`)
}

/** Lines that the bundler draws below a place. */
function failModule(message: string, place: string, line: number, quoted: string): string {
  return `✗ Build failed in 3.26s
Build failed with 1 error:

${message}
   ╭─[ ${place} ]
   │
 ${line} │ ${quoted}
   │                   ────┬───
   │                       ╰───── Module not found.
───╯
  errors: [Getter/Setter]
}`
}

/** Puts a text on the second slide, from line 7 on. */
function onSecond(text: string): string {
  return `# One\n\n---\n\n# Two\n\n${text}\n`
}

export const RECORDED: readonly RecordedFailure[] = [
  {
    what: 'a Markdown parser of another version, as pnpm and yarn install it',
    slides: '# One',
    output:
      'node:internal/modules/esm/resolve:322\n' +
      'Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: Package subpath \'./lib/token.mjs\' is not defined by "exports" in ' +
      'FOLDER/node_modules/markdown-it/package.json imported from FOLDER/node_modules/@comark/markdown-it/dist/index.mjs\n' +
      '    at exportsNotFound (node:internal/modules/esm/resolve:322:10)\n\nNode.js v20.20.2',
    explained: [
      'slides.md:1: Slidev got a version of markdown-it that it does not work with, as pnpm and yarn choose it.',
    ],
  },
  {
    what: 'a Slidev that leaves this addon out',
    slides: '---\ntheme: none\naddons: []\n---\n\n# One',
    output: '✓ built in 3.1s\n[slidev-addon-lectern] Slidev did not take the addon into the deck.',
    explained: [
      'slides.md:3: Slidev does not take slidev-addon-lectern into a deck that does not name it.',
    ],
  },
  {
    what: 'a tag that is never closed',
    slides: onSecond('Some `<b>` text\n\n```html\n<p>\n```\n\n<div class="a\n  b">\n\nnot closed'),
    output: failVue('slides.md__slidev_2.md:5:1', 'Element is missing end tag.'),
    explained: ['slides.md:13: <div class="a b"> has no end.'],
  },
  {
    what: 'a tag that closes nothing',
    slides: onSecond('</div>\n\ntext'),
    output: failVue('slides.md__slidev_2.md:4:1', 'Invalid end tag.'),
    explained: ['slides.md:7: </div> ends nothing.'],
  },
  {
    what: 'a type that Markdown takes for a tag',
    slides: onSecond('a <b and 3 < 4, <-- arrow, Vec<T> and\nthe end'),
    output: failVue('slides.md__slidev_2.md:4:52', 'Element is missing end tag.'),
    explained: ['slides.md:7: <T> has no end.'],
  },
  {
    what: 'a tag that begins within a paragraph',
    slides: onSecond('Text <div>\n\nmore\n\n</div>'),
    output: failVue('slides.md__slidev_2.md:4:9', 'Element is missing end tag.'),
    explained: ['slides.md:7: <div> begins within a paragraph, and ends after a blank line.'],
  },
  {
    what: 'braces that Vue cannot read',
    slides: onSecond('Fine {{ 1 + 1 }} and `{{ a b }}`\n\n- {{ foo bar }}'),
    output: failVue(
      'slides.md__slidev_2.md:4:11',
      'Error parsing JavaScript expression: Unexpected token, expected "," (1:5)',
    ),
    explained: ['slides.md:9: {{ foo bar }} is no JavaScript: Unexpected token, expected ",".'],
  },
  {
    what: 'an attribute that Vue cannot read',
    slides: onSecond('<i v-for="a in 3" @click="a = 1; b = 2">x</i>\n\n<p v-if="a ==">x</p>'),
    output: failVue(
      'slides.md__slidev_2.md:4:12',
      'Error parsing JavaScript expression: Unexpected token (1:5)',
    ),
    explained: ['slides.md:9: v-if="a ==" is no JavaScript: Unexpected token.'],
  },
  {
    what: 'a quotation mark in the place of an attribute',
    slides: onSecond(
      '<b title="fine" id=\'x\'>a</b> <i\n  class="a">\n\n<p class="a" title="b"c">x</p>',
    ),
    output: failVue(
      'slides.md__slidev_2.md:5:26',
      `Attribute name cannot contain U+0022 ("), U+0027 ('), and U+003C (<).`,
    ),
    explained: [
      `slides.md:10: a quotation mark or "<" stands where an attribute's name should be: <p class="a" title="b"c".`,
    ],
  },
  {
    what: 'a value that Slidev takes for its directive',
    slides: onSecond('<Box\n  title="V-draggable" v-drag="[93,303,300,145]">x</Box>'),
    output: failVue(
      'slides.md__slidev_2.md:3:52',
      `Attribute name cannot contain U+0022 ("), U+0027 ('), and U+003C (<).`,
    ),
    explained: [
      'slides.md:8: Slidev takes "v-drag" in title="V-draggable" for its directive, and writes another attribute behind it.',
    ],
  },
  {
    what: 'a script',
    slides: onSecond('<script setup>\nconst a = 1\nconst b = = 2\n</script>'),
    output: failPlugin(
      'vite:vue',
      'slides.md__slidev_2.md:9:10',
      `SyntaxError: [vue/compiler-sfc] Unexpected token (9:10)

FOLDER/slides.md__slidev_2.md
16 |
17 |  const a = 1
18 |  const b = = 2
   |            ^
19 |  </script>`,
    ),
    explained: ['slides.md:9: "const b = = 2" is no JavaScript: Unexpected token.'],
  },
  {
    what: 'a file that a script imports',
    slides: onSecond("<script setup>\nimport { x } from './nope'\n</script>"),
    output: failModule(
      "[UNRESOLVED_IMPORT] Could not resolve './nope' in slides.md__slidev_2.md",
      'slides.md__slidev_2.md:5:19',
      5,
      "import { x } from './nope'",
    ),
    explained: ['slides.md:8: the file "./nope" does not exist.'],
  },
  {
    what: 'a package that a component imports',
    slides: onSecond('<Bad />'),
    output: failModule(
      "[UNRESOLVED_IMPORT] Could not resolve '@a/b/c' in FOLDER/components/Bad.vue",
      'FOLDER/components/Bad.vue:4:15',
      4,
      "import x from '@a/b/c'",
    ),
    explained: ['components/Bad.vue:4: the package "@a/b" is imported, and is not installed.'],
  },
  {
    what: 'a name that a package does not export',
    slides: onSecond('<script setup lang="ts">\nimport { nope } from "vue"\n</script>'),
    output: failModule(
      '[MISSING_EXPORT] "nope" is not exported by "../node_modules/vue/index.js".',
      'slides.md__slidev_2.md?vue&type=script&setup=true&lang.ts:5:10',
      5,
      'import { nope } from "vue";',
    ),
    explained: ['slides.md:8: "nope" is imported, and vue does not export it.'],
  },
  {
    what: 'an image',
    slides: onSecond('![x](/nope.png)'),
    output: failModule(
      "[UNRESOLVED_IMPORT] Could not resolve '/nope.png' in slides.md__slidev_2.md",
      'slides.md__slidev_2.md:2:24',
      2,
      "import _imports_0 from '/nope.png'",
    ),
    explained: ['slides.md:7: the image "/nope.png" does not exist.'],
  },
  {
    what: 'a snippet',
    slides: onSecond('<<< @/no-such.ts'),
    output: failPlugin(
      'unplugin-vue-markdown',
      'slides.md__slidev_2.md',
      'Error: Code snippet path not found: FOLDER/no-such.ts',
    ),
    explained: ['slides.md:7: "<<< @/no-such.ts" names a file that does not exist.'],
  },
  {
    what: 'a language of code',
    slides: onSecond('nosuchlang\n\n```nosuchlang\nfoo\n```'),
    output: failPlugin(
      'unplugin-vue-markdown',
      'slides.md__slidev_2.md',
      'ShikiError: Language `nosuchlang` is not included in this bundle. You may want to load it from external source.',
    ),
    explained: [
      `slides.md:9: the code's language is "nosuchlang", which the highlighter does not know.`,
    ],
  },
  {
    what: 'a style',
    slides: onSecond('<style>\n.a { color: red\n</style>'),
    output: failPlugin(
      'vite:css',
      'slides.md__slidev_2.md?vue&type=style&index=0&scoped=855894ca&lang.css:2:0',
      'CssSyntaxError: [postcss] FOLDER/slides.md__slidev_2.md?vue&type=style&index=0&scoped=855894ca&lang.css:2:1: Unclosed block',
    ),
    explained: ['slides.md:7: the style is no CSS: Unclosed block.'],
  },
  {
    what: 'a style of the deck that imports a missing one',
    slides: onSecond('Fine'),
    output: failPlugin(
      'vite:css',
      'styles/index.css:undefined:NaN',
      "Error: [postcss] ENOENT: no such file or directory, open './gone.css'",
    ),
    explained: ['styles/index.css:1: the style imports "./gone.css", which does not exist.'],
  },
  {
    what: 'a compiler of styles',
    slides: onSecond('<style lang="scss">\n.a { .b { color: red } }\n</style>'),
    output: failPlugin(
      'vite:css',
      'slides.md__slidev_2.md?vue&type=style&index=0&scoped=320fa9ad&lang.scss',
      'Error: Preprocessor dependency "sass-embedded" not found. Did you install it? Try `npm install -D sass-embedded`.',
    ),
    explained: ['slides.md:7: a style needs the package sass-embedded, which is not installed.'],
  },
  {
    what: 'a component of the deck',
    slides: onSecond('<Bad />'),
    output: failVue(
      'components/Bad.vue:10:9',
      'Error parsing JavaScript expression: Unexpected token, expected "," (1:3)',
    ),
    explained: [
      'components/Bad.vue:10: an expression is no JavaScript: Unexpected token, expected ",".',
    ],
  },
  {
    what: 'a title in the frontmatter',
    slides: `---\ntitle: 'Deck: "quotes" & <tags>'\n---\n\n# One\n`,
    output: failVue('@slidev/title-renderer.md:2:74', 'Element is missing end tag.').replace(
      'FOLDER/',
      '/',
    ),
    explained: ['slides.md:2: <tags> has no end.'],
  },
  {
    what: 'a setup that cannot be read',
    slides: onSecond('Fine'),
    output: failModule(
      '[builtin:vite-transform] Unexpected token',
      'FOLDER/setup/main.ts:1:34',
      1,
      'export default () => { const a = ; }',
    ),
    explained: [
      'setup/main.ts:1: "export default () => { const a = ; }" is no JavaScript: Unexpected token.',
    ],
  },
  {
    what: 'a configuration that throws',
    slides: onSecond('Fine'),
    output: `failed to load config from FOLDER/vite.config.ts
ReferenceError: nope is not defined
    at Object.<anonymous> (FOLDER/vite.config.ts:1:38)
    at Module._compile (node:internal/modules/cjs/loader:1521:14)`,
    explained: ['vite.config.ts:1: the file throws an error: nope is not defined.'],
  },
  {
    what: 'an addon that is not installed',
    slides: '---\ntitle: A talk\naddons:\n  - slidev-addon-nope\n---\n\n# One\n',
    output:
      'The addon "slidev-addon-slidev-addon-nope" was not found and cannot prompt for installation',
    explained: ['slides.md:4: the addon "slidev-addon-nope" is not installed.'],
  },
  {
    what: 'a theme that is not installed',
    slides: '---\ntitle: A talk\ntheme: seriph\n---\n\n# One\n',
    output: 'The theme "@slidev/theme-seriph" was not found and cannot prompt for installation',
    explained: ['slides.md:3: the theme "@slidev/theme-seriph" is not installed.'],
  },
  {
    what: 'an image for link previews',
    slides: '---\nseoMeta:\n  ogImage: ./og.png\n---\n\n# One\n',
    output:
      'Error: [Slidev] ogImage: ./og.png not found\n    at build (FOLDER/node_modules/x.mjs:1:2)',
    explained: ['slides.md:3: the image for link previews, "./og.png", does not exist.'],
  },
  {
    what: 'a host that does not answer',
    slides: '---\nremoteAssets: true\n---\n\n# One\n',
    output: `[plugin vite-plugin-remote-assets] FOLDER/index.html
TypeError: fetch failed
    at node:internal/deps/undici/undici:14976:13
Caused by:
  Error: getaddrinfo ENOTFOUND cdn.jsdelivr.net
      at GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:dns:122:26)`,
    explained: [
      'slides.md:2: "remoteAssets" copies files of other hosts into the site, and cdn.jsdelivr.net does not answer.',
    ],
  },
  {
    what: 'a folder that cannot be written',
    slides: onSecond('Fine'),
    output: "Error: EACCES: permission denied, mkdir 'FOLDER/node_modules/.vite/deps_temp'",
    explained: ['slides.md:1: Slidev cannot write FOLDER/node_modules.'],
  },
]

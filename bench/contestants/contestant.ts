/** Tools that are compared. */
export const TOOLS = ['ours', 'stock', 'marp'] as const

/** See {@link TOOLS}. */
export type Tool = (typeof TOOLS)[number]

/** Names of the tools in the report. */
export const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  ours: 'this deck',
  stock: 'stock Slidev',
  marp: 'Marp CLI',
}

/** A command that Node runs. */
export interface NodeCommand {
  /** The script and its arguments. */
  args: readonly string[]
  cwd: string
  /** Environment variables, in addition to those of this process. */
  env?: Readonly<Record<string, string>>
}

/** A command that starts a development server. */
export interface DevCommand extends NodeCommand {
  /** Path of the page with the first slide. */
  page: string
}

/** A tool with the deck, in a project of its own. */
export interface Contestant {
  tool: Tool
  /** The author's file, which is edited while the development server runs. */
  source: string
  /** Folder of the built deck. */
  site: string
  build: NodeCommand
  /** Makes the PDF as an author does. */
  exportPdf: NodeCommand
  /** Makes the PDF from the built deck, where the tool can. */
  exportBuilt?: NodeCommand
  dev: (port: number) => DevCommand
  /** Returns the address of a slide, relative to the page. */
  slideAddress: (number: number) => string
  /** Returns the selector of the element that shows a slide. */
  slideSelector: (number: number) => string
}

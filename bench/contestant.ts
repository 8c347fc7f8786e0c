/** The tools that are compared. */
export const TOOLS = ['ours', 'stock', 'marp'] as const

/** See {@link TOOLS}. */
export type Tool = (typeof TOOLS)[number]

/** How the tools are called in the report. */
export const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  ours: 'this deck',
  stock: 'stock Slidev',
  marp: 'Marp CLI',
}

/** A command of Node. */
export interface NodeCommand {
  /** The script and its arguments. */
  args: readonly string[]
  cwd: string
  /** Variables beside those of this process. */
  env?: Readonly<Record<string, string>>
}

/** A development server that is to be started. */
export interface DevCommand extends NodeCommand {
  /** Path of the page with the first slide. */
  page: string
}

/** One tool with a deck in a project of its own. */
export interface Contestant {
  tool: Tool
  /** The author's file, which is edited while the development server runs. */
  source: string
  /** Folder of the built deck. */
  site: string
  build: NodeCommand
  /** Makes the PDF as its author does. */
  exportPdf: NodeCommand
  /** Makes the PDF from the deck that is built already, where the tool can. */
  exportBuilt?: NodeCommand
  dev: (port: number) => DevCommand
  /** Address of a slide below a page's. */
  slideAddress: (number: number) => string
  /** Selector of the element that shows a slide. */
  slideSelector: (number: number) => string
}

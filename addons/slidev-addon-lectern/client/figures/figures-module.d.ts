/** The deck's figures whose images are as they were drawn, by name; made by `vite/figures.ts`. */
declare module 'virtual:lectern-figures' {
  export const FIGURES: Readonly<
    Record<
      string,
      | {
          /** Number of parts that come one by one, after those that are there from the start. */
          steps: number
          load: () => Promise<{ default: import('vue').Component }>
        }
      | undefined
    >
  >
}

/** Shows the search, whose code is loaded on first use; says so where that cannot be loaded. */
export async function openSearch(): Promise<void> {
  try {
    const { showSearch } = await import('./show-search.ts')
    showSearch()
  } catch {
    const dialog = document.createElement('dialog')
    dialog.append('The search could not be loaded. Check the connection.')
    dialog.style.padding = '1em'
    for (const event of ['click', 'close']) {
      dialog.addEventListener(event, () => dialog.remove())
    }
    document.body.append(dialog)
    dialog.showModal()
  }
}

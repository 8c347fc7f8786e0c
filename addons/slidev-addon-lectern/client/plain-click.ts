/** Whether a click on a link opens it in this window, and nothing else has answered the click. */
export function isPlainClick(event: MouseEvent): boolean {
  const { button, ctrlKey, metaKey, shiftKey, defaultPrevented } = event
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !defaultPrevented
}

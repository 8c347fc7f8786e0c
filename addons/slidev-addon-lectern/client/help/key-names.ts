/** Names of keys on a keyboard, by their lower-case names in shortcuts, where those differ. */
const NAMES: Readonly<Record<string, string>> = {
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  ctrl: 'Ctrl',
  control: 'Ctrl',
  down: '↓',
  escape: 'Esc',
  left: '←',
  pagedown: 'Page Down',
  pageup: 'Page Up',
  right: '→',
  up: '↑',
}

/** Returns the keys that are pressed together, as keyboards name them: `ctrl+k` becomes `Ctrl` and `K`. */
export function nameKeys(key: string): string[] {
  // A key that separates others may be meant itself.
  const parts = key.length === 1 ? [key] : key.split(/[+_-]/).map((part) => part.trim())
  return parts
    .filter((part) => part !== '')
    .map((part) => NAMES[part.toLowerCase()] ?? part.charAt(0).toUpperCase() + part.slice(1))
}

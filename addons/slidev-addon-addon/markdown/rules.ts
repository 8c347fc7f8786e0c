/** The part of a ruler that tells its rules; every chain of an engine has one. */
interface Ruler {
  getRules: (chain: string) => readonly { name: string }[]
}

/**
 * Whether an engine has a rule already. Engines give back a rule's function and not its name, so the
 * addon's functions are named like their rules.
 */
export function hasRule(ruler: Ruler, name: string): boolean {
  return ruler.getRules('').some((rule) => rule.name === name)
}

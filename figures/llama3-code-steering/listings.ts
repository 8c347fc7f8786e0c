/** A Java method as Llama 3 might write it, and a reviewer's remarks. */
export interface Listing {
  /** Heading: with or without code rules in the system prompt. */
  prompt: 'without' | 'with'
  /** One string a line, indented by two spaces for each level. */
  lines: readonly string[]
  /** Index of the line that reserves the memory named last in `traits`. */
  memoryLine: number
  /** Remarks on comments, names and memory, in this order. */
  traits: readonly [comments: string, names: string, memory: string]
}

/**
 * Our own exercise, twice: the largest sum of values no two of which are neighbors. Both methods
 * compile and give the same sums; an empty choice counts as 0.
 */
export const LISTINGS: readonly [terse: Listing, steered: Listing] = [
  {
    prompt: 'without',
    lines: [
      'int maxSum(int[] a) {',
      '  int n = a.length;',
      '  if (n == 0) return 0;',
      '  int[] d = new int[n+1];',
      '  d[1] = Math.max(0, a[0]);',
      '  for (int i = 1; i < n; i++)',
      '    d[i+1] = Math.max(d[i], d[i-1]+a[i]);',
      '  return d[n];',
      '}',
    ],
    memoryLine: 3,
    traits: ['no comments', 'terse names', 'O(n) memory'],
  },
  {
    prompt: 'with',
    lines: [
      '// Largest sum, no two values adjacent',
      'int maxSum(int[] values) {',
      '  int best = 0, bestBefore = 0;',
      '  for (int value : values) {',
      '    int withValue = bestBefore + value;',
      '    bestBefore = best;',
      '    // skip this value, or take it',
      '    best = Math.max(best, withValue);',
      '  }',
      '  return best;',
      '}',
    ],
    memoryLine: 2,
    traits: ['comments', 'clear names', 'O(1) memory'],
  },
]

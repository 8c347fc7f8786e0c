import { compareIntervals, countOf, findLeaders } from '../parts/score-findings.ts'
import { isLlama, nameSize } from '../parts/score-rows.ts'
import type { ScoredModel } from '../parts/score-rows.ts'
import { joinWords } from '../parts/sentence.ts'

/** A Llama 3 among the models of its size class, in numbers of benchmarks. */
interface ClassResult {
  /** Its size: `8B`. */
  size: string
  /** Where its score is the best of the class, ties included. */
  best: number
  /** Where its interval and that of its best rival overlap. */
  level: number
}

/** Compares each Llama 3 with the other models of its size class, over a number of benchmarks. */
export function compareClasses(models: readonly ScoredModel[], count: number): ClassResult[] {
  const benchmarks = Array.from({ length: count }, (_, at) => at)
  return models.filter(isLlama).map((llama) => {
    const rivals = models.filter((model) => model.size_class === llama.size_class)
    return {
      size: nameSize(llama),
      best: benchmarks.filter((at) => findLeaders(rivals, at).includes(llama)).length,
      level: benchmarks.filter((at) => compareIntervals(rivals, at) === 'level').length,
    }
  })
}

/** Says in one line in how many benchmarks which sizes have the best score, and of one without any if it is close. */
export function describeScores(results: readonly ClassResult[], count: number): string {
  const parts = groupBy(results, 'best').map(({ sizes, number, members }, index) => {
    const [verb, whose] = members.length > 1 ? ['score', 'their'] : ['scores', 'its']
    const isClose = number === 0 && members.every(({ level }) => level === count)
    return (
      `${sizes} ${index === 0 ? `${verb} best of ${whose} class ` : ''}in ${countOf(number, count)}` +
      (isClose ? ', within the intervals' : '')
    )
  })
  return parts.join('; ')
}

/** Says of every size in how many benchmarks the intervals of Llama 3 and its best rival overlap. */
export function describeOverlaps(results: readonly ClassResult[], count: number): string {
  const parts = groupBy(results, 'level').map(
    ({ sizes, number }) => `${sizes} in ${countOf(number, count)}`,
  )
  return `Interval overlaps the best rival’s: ${parts.join(', ')}.`
}

/** Groups the results that have a number in common. */
function groupBy(
  results: readonly ClassResult[],
  key: 'best' | 'level',
): { number: number; sizes: string; members: ClassResult[] }[] {
  return [...new Set(results.map((result) => result[key]))].map((number) => {
    const members = results.filter((result) => result[key] === number)
    return { number, sizes: joinWords(members.map(({ size }) => size)), members }
  })
}

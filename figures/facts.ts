import type { Fact } from '../addons/slidev-addon-lectern/checks/facts/fact.ts'
import { postTrainingFacts } from './facts/post-training.ts'
import { resultFacts } from './facts/results.ts'
import { trainingFacts } from './facts/training.ts'

/**
 * The numbers that slides, notes and alternative texts may say, with the values that `data/` gives them.
 * `npm run doctor` compares the two wherever a phrase stands.
 */
export default [...trainingFacts, ...postTrainingFacts, ...resultFacts] satisfies readonly Fact[]

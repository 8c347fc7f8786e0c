import type { Fact } from '../addons/slidev-addon-lectern/checks/facts/fact.ts'
import { postTrainingFacts } from './facts/post-training.ts'
import { pretrainingFacts } from './facts/pretraining.ts'
import { facts as benchmarkCode } from './llama3-benchmark-code/facts.ts'
import { facts as benchmarkExam } from './llama3-benchmark-exam/facts.ts'
import { facts as humanEvalCode } from './llama3-benchmark-human-eval-code/facts.ts'
import { facts as humanEval } from './llama3-benchmark-human-eval/facts.ts'
import { facts as benchmarkLongContext } from './llama3-benchmark-long-context/facts.ts'
import { facts as benchmarkMultilingual } from './llama3-benchmark-multilingual/facts.ts'
import { facts as zeroShotTool } from './llama3-benchmark-zero-shot-tool/facts.ts'
import { facts as benchmark } from './llama3-benchmark/facts.ts'
import { facts as code } from './llama3-code/facts.ts'
import { facts as longContext } from './llama3-long-context/facts.ts'
import { facts as postTraining } from './llama3-post-training/facts.ts'
import { facts as preferenceData } from './llama3-preference-data-statistics/facts.ts'
import { facts as scalingRule } from './llama3-scaling-rule/facts.ts'
import { facts as sftData } from './llama3-sft-data-statistics/facts.ts'
import { facts as size } from './llama3-size/facts.ts'
import { facts as toolUseData } from './llama3-tool-use-data/facts.ts'
import { facts as training } from './llama3-training/facts.ts'
import { facts as timeline } from './MMLU-date/facts.ts'

/**
 * The numbers that slides, notes and alternative texts may say, with the values that `data/` gives them.
 * `npm run doctor` compares the two wherever a phrase stands.
 *
 * A figure's facts lie in its folder; facts of no figure lie in `facts/`.
 */
export default [
  ...pretrainingFacts,
  ...postTrainingFacts,
  ...training,
  ...size,
  ...scalingRule,
  ...postTraining,
  ...preferenceData,
  ...sftData,
  ...code,
  ...longContext,
  ...toolUseData,
  ...benchmark,
  ...benchmarkExam,
  ...benchmarkCode,
  ...benchmarkMultilingual,
  ...benchmarkLongContext,
  ...zeroShotTool,
  ...humanEvalCode,
  ...humanEval,
  ...timeline,
] satisfies readonly Fact[]

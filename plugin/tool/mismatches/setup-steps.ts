import type {CheckId} from '../../core/contract/finding.ts'
import type {HealthCheck} from '../../core/contract/health.ts'

export const SETUP_STEPS = ['function', 'stripe', 'heard'] as const
type StepName = (typeof SETUP_STEPS)[number]

export type SetupStep = {
  name: StepName
  state: 'done' | 'to_do' | 'unknown'
  /** What stands in the way of it. */
  checks: readonly HealthCheck[]
}

/** What has to be right for a step; of the last one thing is enough, since either way the school hears of a payment. */
const NEEDED: Record<StepName, {all: readonly CheckId[]} | {either: readonly CheckId[]}> = {
  function: {all: ['settings', 'dataset', 'robot_token']},
  stripe: {all: ['school_account', 'account', 'permissions']},
  heard: {either: ['last_success', 'sync']},
}

/** How far a school is with what has to be set up before its first payment is seen. */
export function setupSteps(checks: readonly HealthCheck[]): SetupStep[] {
  return SETUP_STEPS.map((name) => {
    const needed = NEEDED[name]
    const ids = 'all' in needed ? needed.all : needed.either
    const asked = checks.filter(({id}) => ids.includes(id))
    const amiss = asked.filter(({state}) => state === 'failing' || state === 'unknown')
    const isDone = 'all' in needed ? amiss.length === 0 : asked.some(({state}) => state === 'ok')
    if (isDone) return {name, state: 'done', checks: []}
    const standing = 'all' in needed ? amiss : asked
    const isUnknown = standing.length > 0 && standing.every(({state}) => state === 'unknown')
    return {name, state: isUnknown ? 'unknown' : 'to_do', checks: standing}
  })
}

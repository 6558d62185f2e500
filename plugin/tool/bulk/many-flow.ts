import type {Fault} from '../../core/contract/fault.ts'
import type {Preview} from '../../core/contract/repair.ts'

/** What is known of one row before it is carried out: what would be written, or why it cannot be. */
export type Check = {preview: Preview} | {fault: Fault}

/** How one row ended. `skipped`: it changed meanwhile, and nothing was written. */
export type Outcome = {state: 'done'; record: string} | {state: 'failed' | 'skipped'; fault: Fault}

/** Many repairs, or many undoings, from the click to the last row. */
export type ManyFlow<Item extends {key: string}> =
  | {step: 'closed'}
  | {step: 'checking' | 'shown'; items: readonly Item[]; checks: ReadonlyMap<string, Check>}
  | {
      step: 'running' | 'ended'
      items: readonly Item[]
      checks: ReadonlyMap<string, Check>
      outcomes: ReadonlyMap<string, Outcome>
    }

export type ManyAction<Item extends {key: string}> =
  | {type: 'ask'; items: readonly Item[]}
  | {type: 'checked'; checks: readonly (readonly [string, Check])[]}
  | {type: 'confirmed'}
  | {type: 'ended row'; key: string; outcome: Outcome}
  | {type: 'ended'}
  | {type: 'retry'}
  | {type: 'close'}

/** What happens next. A row that nobody asked about any more changes nothing. */
export function reduceMany<Item extends {key: string}>(
  flow: ManyFlow<Item>,
  action: ManyAction<Item>,
): ManyFlow<Item> {
  switch (action.type) {
    case 'ask':
      return {step: 'checking', items: action.items, checks: new Map()}
    case 'checked': {
      if (flow.step !== 'checking') return flow
      const checks = new Map([...flow.checks, ...action.checks])
      return {...flow, checks, step: checks.size < flow.items.length ? 'checking' : 'shown'}
    }
    case 'confirmed':
      return flow.step === 'shown' ? {...flow, step: 'running', outcomes: impossible(flow.checks)} : flow
    case 'ended row': {
      if (flow.step !== 'running') return flow
      return {...flow, outcomes: new Map([...flow.outcomes, [action.key, action.outcome]])}
    }
    case 'ended':
      return flow.step === 'running' ? {...flow, step: 'ended'} : flow
    case 'retry': {
      if (flow.step !== 'ended') return flow
      const again = new Set(retriable(flow).map(({key}) => key))
      return {
        ...flow,
        step: 'running',
        outcomes: new Map([...flow.outcomes].filter(([key]) => !again.has(key))),
      }
    }
    case 'close':
  }
  return {step: 'closed'}
}

/** The rows that can be carried out, each with the plan that was shown. */
export function planned<Item extends {key: string}>({
  items,
  checks,
}: {
  items: readonly Item[]
  checks: ReadonlyMap<string, Check>
}): {item: Item; preview: Preview}[] {
  return items.flatMap((item) => {
    const check = checks.get(item.key)
    return check !== undefined && 'preview' in check ? [{item, preview: check.preview}] : []
  })
}

/** The rows that failed on the way and may be sent once more as they were shown. */
export function retriable<Item extends {key: string}>(flow: ManyFlow<Item>): Item[] {
  if (flow.step !== 'ended') return []
  return planned(flow)
    .map(({item}) => item)
    .filter(({key}) => flow.outcomes.get(key)?.state === 'failed')
}

/** How many rows ended in which way. */
export function countOutcomes(outcomes: ReadonlyMap<string, Outcome>): Record<Outcome['state'], number> {
  const counts = {done: 0, failed: 0, skipped: 0}
  for (const {state} of outcomes.values()) counts[state] += 1
  return counts
}

/** What could not even be planned has failed before it began. */
function impossible(checks: ReadonlyMap<string, Check>): ReadonlyMap<string, Outcome> {
  return new Map(
    [...checks].flatMap(([key, check]) =>
      'fault' in check ? [[key, {state: 'failed', fault: check.fault} satisfies Outcome] as const] : [],
    ),
  )
}

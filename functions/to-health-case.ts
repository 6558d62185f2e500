import type {Config} from './config.ts'
import type {FarSides} from './far-sides.ts'
import type {HealthCase} from './handlers/health/health-case.ts'
import type {Patience} from './patience.ts'
import {createProbe} from './probe.ts'
import type {LogNotes} from './request-log.ts'

export type Examination = {
  school: string
  config: Config
  patience: Patience
  now: () => number
  /** Whether whoever asks may have a request sent to the school's endpoints. */
  mayProbe: boolean
  /** Whether an endpoint on this machine is as good as one on the internet: in a demo it is. */
  probeLoopback: boolean
  /** Where calls are counted. */
  notes: Pick<LogNotes, 'stripeCalls' | 'lakeCalls'>
}

/** What examining a school takes, of both far sides. */
export function toHealthCase(far: FarSides, examination: Examination): HealthCase {
  const {school, config, patience, now, mayProbe, probeLoopback, notes} = examination
  const onLakeCall = (): void => void (notes.lakeCalls += 1)
  return {
    school,
    config,
    secrets: far.secretNames,
    stripe: far.inspectStripe({onCall: () => void (notes.stripeCalls += 1)}),
    lake: far.inspectLake({onCall: onLakeCall}),
    ledger: far.ledger({onCall: onLakeCall}),
    probe: mayProbe ? createProbe(patience) : null,
    loopback: probeLoopback,
    now,
  }
}

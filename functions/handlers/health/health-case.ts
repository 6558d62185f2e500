import type {Config} from '../../config.ts'
import type {LakeInspection, Probe, StripeInspection} from '../../health-ports.ts'
import type {LedgerPort} from '../../ports.ts'

/** What is to be examined, and by whose right. */
export type HealthCase = {
  school: string
  config: Pick<
    Config,
    'live' | 'application' | 'access' | 'accounts' | 'webhookWrites' | 'webhookHosts' | 'alertUrl'
  >
  /** The webhook's secrets, by names that tell them apart and tell nothing else. */
  secrets: readonly string[]
  stripe: StripeInspection
  lake: LakeInspection
  ledger: Pick<LedgerPort, 'open' | 'schools' | 'installation' | 'syncState'>
  /** Null where whoever asks may not have requests sent to an endpoint. */
  probe: Probe | null
  /** Whether an endpoint on this machine is as good as one on the internet: in a demo it is. */
  loopback: boolean
  now: () => number
}

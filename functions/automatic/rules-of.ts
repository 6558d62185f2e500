import type {Config} from '../config.ts'
import type {AutomaticOptions} from './outcome.ts'

/** How long the platform's own webhook may take to grant; none, where ours is the only one that does. */
const TRANSIT_MINUTES = 10

/** What the settings say about repairs that nobody clicks. */
export function rulesOf({
  autoRevoke,
  webhookWrites,
}: Pick<Config, 'autoRevoke' | 'webhookWrites'>): Pick<AutomaticOptions, 'autoRevoke' | 'transitMinutes'> {
  return {autoRevoke, transitMinutes: webhookWrites ? 0 : TRANSIT_MINUTES}
}

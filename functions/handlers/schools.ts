import type {SchoolsAnswer} from '../../plugin/core/contract/endpoints.ts'
import type {School} from '../../plugin/core/contract/school.ts'
import type {Config} from '../config.ts'
import type {Messenger} from '../messages/messenger.ts'
import type {Actor, LedgerPort} from '../ports.ts'

/** Who asks, whether it is real money, and the schools they may act for, by name. */
export async function schools({
  actor,
  config,
  ledger,
  messenger,
  mayActFor,
}: {
  actor: Actor
  config: Pick<Config, 'live' | 'application'>
  ledger: Pick<LedgerPort, 'schools'>
  messenger: Pick<Messenger, 'setup'>
  mayActFor: (school: string) => boolean
}): Promise<SchoolsAnswer> {
  const all = await ledger.schools()
  return {
    actor: {id: actor.id, name: actor.name},
    live: config.live,
    application: config.application,
    schools: all.filter(({id}) => mayActFor(id)).toSorted(byName),
    messages: messenger.setup,
  }
}

function byName(a: School, b: School): number {
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)
}

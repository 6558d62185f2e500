import {EVERY_SCHOOL} from '../../access/authorize.ts'
import type {HealthCase} from './health-case.ts'

/**
 * The schools that settings name and that are not there, each behind its setting.
 *
 * @example await strayNames(of) // ['SCHOOL_ACCESS nordlys-dance']
 */
export async function strayNames({
  config: {access, accounts},
  ledger,
}: Pick<HealthCase, 'config' | 'ledger'>): Promise<string[]> {
  const named = {
    SCHOOL_ACCESS: new Set(Object.values(access ?? {}).flat()),
    SCHOOL_ACCOUNTS: new Set(Object.keys(accounts ?? {})),
  }
  named.SCHOOL_ACCESS.delete(EVERY_SCHOOL)
  if (named.SCHOOL_ACCESS.size + named.SCHOOL_ACCOUNTS.size === 0) return []
  const known = new Set((await ledger.schools()).map(({id}) => id))
  return Object.entries(named).flatMap(([setting, schools]) =>
    [...schools].filter((id) => !known.has(id)).map((id) => `${setting} ${id}`),
  )
}

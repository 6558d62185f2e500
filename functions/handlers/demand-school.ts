import {Fault} from '../../plugin/core/contract/fault.ts'
import type {RequestCase} from './request-case.ts'

/** @throws Fault `not_found` where there is no such school: whoever may act for every one may name any. */
export async function demandSchool({ledger, school}: Pick<RequestCase, 'ledger' | 'school'>): Promise<void> {
  const schools = await ledger.schools()
  if (schools.some(({id}) => id === school)) return
  throw new Fault('not_found', 'no such school', {school})
}

import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Ledger} from '../../plugin/core/contract/facts.ts'
import type {Named} from '../ports.ts'

/**
 * The ledger without what students of this school hold at others: that is nobody's business here. Kept is what bears on
 * this school's money: what carries one of its payments, was upgraded with one, is filed under the wrong school though it
 * is a pass of this one, or was written here before. Nor with the accounts of all other schools: payments on those do not
 * go out either.
 *
 * @param named by the payments that go out with it
 */
export function withoutOthers<Facts extends Ledger>(
  ledger: Facts,
  named: Pick<Named, 'references' | 'entitlements' | 'passes'>,
): Facts {
  const {school, passes, records, accountOwners} = ledger
  const references = new Set(named.references)
  const touched = new Set([...named.entitlements, ...records.flatMap(({entitlements}) => entitlements)])
  const sellers = new Map(passes.map((pass) => [pass.id, pass.school]))
  const bought = new Set(named.passes)
  // What names no school is its pass's, as the student's own site reckons.
  const isOurs = ({school: filed, pass}: Entitlement): boolean => {
    const seller = sellers.get(pass ?? '') ?? null
    return seller === school.id || (filed ?? seller ?? school.id) === school.id
  }
  const concerns = (held: Entitlement): boolean =>
    isOurs(held) ||
    bought.has(held.pass ?? '') ||
    touched.has(held.id) ||
    [held.session, held.paymentIntent, ...held.upgradeHistory.map(({session}) => session)].some(
      (id) => id !== null && references.has(id),
    )
  return {
    ...ledger,
    accountOwners: accountOwners.filter(({account}) => school.accounts.includes(account)),
    entitlements: ledger.entitlements.filter(concerns),
  }
}

import type {School} from '../contract/school.ts'
import {requiredTextIn, shapeIn, textIn, type Shape} from '../contract/shape.ts'
import {schoolZone} from './school-zone.ts'

/**
 * A `tenant` document as a school. `accounts` is the pinned list of connected accounts, the only truth where it is
 * given: an editor can point a document at somebody else's account.
 *
 * @throws GarbledField where an id or the account is of the wrong type
 */
export function parseTenant(document: Shape, accounts: readonly string[] | null): School {
  const id = requiredTextIn(document, '_id')
  const connect = shapeIn(document, 'stripeConnect') ?? {}
  const settings = shapeIn(document, 'settings') ?? {}
  const slug = shapeIn(document, 'slug')
  const account = textIn(connect, 'accountId', 'stripeConnect.accountId')
  const country = textIn(connect, 'country', 'stripeConnect.country')
  return {
    id,
    name: textIn(document, 'schoolName') ?? id,
    slug: slug === null ? null : textIn(slug, 'current', 'slug.current'),
    accounts: accounts === null ? (account === null ? [] : [account]) : [...accounts],
    currency: textIn(connect, 'currency', 'stripeConnect.currency')?.toLowerCase() ?? null,
    timeZone: schoolZone(country, textIn(settings, 'timezone', 'settings.timezone')),
    country,
    contactEmail: textIn(document, 'contactEmail'),
  }
}

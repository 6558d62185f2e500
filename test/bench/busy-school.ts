import {DAY} from '../../plugin/core/contract/instant.ts'
import type {Period} from '../../functions/ports.ts'
import {checkoutSession, type SessionSeed} from '../../studio/local/stripe/objects/checkout-session.ts'

/** Sales evenly spread over a time that ends at `until`, in epoch milliseconds. */
export type BusySchool = {account: string; sales: number; days: number; until: number}

const PASSES = 12

/** When the sales of a school were made; of the newest so many, when a number is given. */
export function periodOf({sales, days, until}: BusySchool, newest = sales): Period {
  return {from: until - (newest * days * DAY) / sales, to: until}
}

/** The sales, oldest first, with ids and metadata as long as the real ones. */
export function salesOf(school: BusySchool): SessionSeed[] {
  const {account, sales, days, until} = school
  const apart = (days * DAY) / sales
  return Array.from({length: sales}, (_, nth) => {
    const at = until - (sales - nth) * apart + apart / 2
    return checkoutSession({
      account,
      createdAt: new Date(at),
      amount: 180_000,
      email: `firstname.lastname${nth % 4_000}@example.com`,
      name: `Firstname Lastname ${nth % 4_000}`,
      description: `${(nth % PASSES) + 1} Single Clip Card`,
      application: 'ca_ThePassPlatformItself00000000000',
      metadata: metadataOf(nth),
      productMetadata: metadataOf(nth),
    })
  })
}

function metadataOf(nth: number) {
  return {
    type: 'pass_purchase',
    passId: uuid(nth % PASSES),
    passType: 'multi-pass',
    userId: `user_${String(nth % 4_000).padStart(27, '2bcDeFgH')}`,
    tenantId: uuid(77),
    tenantSlug: 'nordlys-dance',
    originalPrice: '2000',
    finalPrice: '1800',
    discountAmount: '200',
    promoCode: '',
  }
}

function uuid(nth: number): string {
  return `${String(nth).padStart(8, '0')}-3f2a-4b1c-9d8e-0123456789ab`
}

import type {LakeDocument} from '../lake/lake-document.ts'
import type {PassSeed} from './catalogue.ts'
import {grant, type Sale, sell} from './sale.ts'
import type {SeedClock} from './seed-clock.ts'

/** An upgrade paid, and the new pass that came of it. The old one is left to whoever tells the story. */
export function upgrade(
  {key, from, to, at}: {key: string; from: Sale; to: PassSeed; at: number},
  clock: SeedClock,
): {sale: Sale; document: LakeDocument} {
  const cost = to.price - from.pass.price
  const old = `held-${from.key}`
  const {student} = from
  const named = {passId: to.id, passType: to.type, userId: student.clerkId, tenantId: to.school.id}
  const sale = sell(
    {
      key,
      student,
      pass: to,
      at,
      session: {
        amount: cost * 100,
        description: `Upgrade to ${to.name}`,
        productMetadata: named,
        metadata: {
          type: 'pass_upgrade',
          ...named,
          tenantSlug: to.school.slug,
          upgradeFromSubscriptionId: old,
          originalPassPrice: String(from.pass.price),
          newPassPrice: String(to.price),
          upgradeCost: String(cost),
          // The full new price, not what was charged: so the platform writes it.
          finalPrice: String(to.price),
        },
      },
    },
    clock,
  )
  const document = grant(sale, {isUpgrade: true, upgradedFromSubscriptionId: old, upgradeCost: cost})
  return {sale, document}
}

import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {DAY, HOUR, MINUTE} from '../../plugin/core/contract/instant.ts'
import type {Pass} from '../../plugin/core/contract/pass.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import type {Student} from '../../plugin/core/contract/student.ts'
import {anEntitlement, byHand, stored} from './build-facts.ts'

/** What became of a sale: everything that the domain has seen go wrong, and what is fine. */
export const FATES = [
  'granted',
  'missing',
  'twice',
  'wrongPass',
  'wrongType',
  'badClasses',
  'badEnd',
  'garbledEnd',
  'noSchool',
  'schoolOther',
  'noName',
  'inactive',
  'undone',
  'refundedActive',
  'refundedRevoked',
  'refundedNothing',
  'partial',
  'disputed',
  'byHand',
  'byHandElsewhere',
  'leftover',
  'noPayment',
  'testMoney',
  'testNothing',
  'open',
  'classBooking',
  'noMetadata',
  'product',
  'emailOnly',
  'elsewhere',
  'contradicted',
  'otherStudent',
  'clerkReference',
  'upgrade',
  'upgradeHalf',
  'upgradeNone',
  'upgradeOfNobody',
  'inPlace',
  'deletedPass',
  'recent',
  'intentOnly',
  'several',
  'staffLogin',
] as const
export type Fate = (typeof FATES)[number]

export type Sale = {
  fate: Fate
  student: number
  pass: number
  minutesAgo: number
  used: number
  also: boolean
}

const GRANTED: Record<string, string> = {
  single: 'single',
  multi: 'clipcard',
  'multi-pass': 'multi-pass',
  unlimited: 'monthly',
}

/** What the lake holds for a sale, after what became of it. */
export function entitlementsOf(
  one: Sale,
  at: number,
  pass: Pass,
  student: Student,
  payment: Payment,
): Entitlement[] {
  const {fate, used, also} = one
  const limit = pass.type === 'single' ? 1 : pass.type === 'unlimited' ? null : (pass.classesLimit ?? 10)
  const {createdAt} = payment
  const right = anEntitlement({
    id: `sub${at}`,
    createdAt: createdAt + MINUTE,
    student: student.id,
    type: GRANTED[pass.type ?? ''] ?? 'clipcard',
    starts: stored(createdAt),
    ends: pass.expiry ?? stored(createdAt + (pass.validityDays ?? 1) * DAY),
    pass: pass.id,
    passName: pass.name,
    price: pass.price,
    classesLeft: limit === null ? null : Math.max(0, limit - used),
    session: payment.id,
    paymentIntent: payment.paymentIntent,
    // Damage seldom comes alone.
    ...(also && fate !== 'granted' ? {passName: null, school: at % 2 === 0 ? null : 'T'} : {}),
  })
  const withoutIds = {session: null, paymentIntent: null}
  const old = {
    ...right,
    id: `old${at}`,
    pass: 'P2',
    passName: 'Open week Trial Pass',
    createdAt: createdAt - 40 * DAY,
  }
  const oldOne = {...old, ...withoutIds, session: `cs_old_${at}`, type: 'clipcard', classesLeft: 4}
  switch (fate) {
    case 'missing':
    case 'refundedNothing':
    case 'testNothing':
    case 'open':
    case 'classBooking':
    case 'noMetadata':
    case 'product':
    case 'emailOnly':
    case 'elsewhere':
    case 'contradicted':
    case 'deletedPass':
    case 'recent':
    case 'several':
    case 'staffLogin':
      return []
    case 'twice':
      return [right, {...right, id: `sub${at}b`, createdAt: createdAt + HOUR, classesLeft: 3}]
    case 'wrongPass':
      return [{...right, pass: pass.id === 'P2' ? 'P1' : 'P2', passName: 'Guessed'}]
    case 'wrongType':
      return [{...right, type: right.type === 'single' ? 'multi' : 'single'}]
    case 'badClasses':
      return [{...right, classesLeft: used % 2 === 0 ? null : -1}]
    case 'badEnd':
      return [{...right, ends: right.starts}]
    case 'garbledEnd':
      return [{...right, ends: {text: 'soon', at: null}}]
    case 'noSchool':
      return [{...right, school: null}]
    case 'schoolOther':
      return [{...right, school: 'U'}]
    case 'noName':
      return [{...right, passName: null}]
    case 'inactive':
      return [{...right, active: false, deactivationReason: also ? 'left the school' : null}]
    case 'undone':
      return [{...right, active: false, deactivationReason: 'undone'}]
    case 'refundedRevoked':
      return [{...right, active: false}]
    case 'byHand':
      return [byHand({...right, ...withoutIds, createdAt: createdAt + used * 2 * DAY})]
    case 'byHandElsewhere':
      return [
        ...(also ? [right] : []),
        byHand({...right, ...withoutIds, id: `hand${at}`, createdAt: createdAt + DAY, school: 'U'}),
      ]
    case 'leftover':
      return [right, {...right, ...withoutIds, id: `sub${at}b`, createdAt: createdAt + DAY}]
    case 'noPayment':
      return [{...right, ...(also ? withoutIds : {session: `made_up_${at}`, paymentIntent: null})}]
    case 'otherStudent':
      return [{...right, student: `u${(one.student + 1) % 16}`}]
    case 'clerkReference':
      return [{...right, student: student.clerkId ?? student.id}]
    case 'upgrade':
      return [
        {...oldOne, active: false, upgradedAt: stored(createdAt), upgradedToPass: pass.id},
        {...right, isUpgrade: true},
      ]
    case 'upgradeHalf':
    case 'upgradeOfNobody':
      return [oldOne, {...right, isUpgrade: true}]
    case 'upgradeNone':
      return [oldOne]
    case 'inPlace':
      return [
        {
          ...right,
          session: `cs_old_${at}`,
          paymentIntent: null,
          upgradeHistory: [{fromPass: 'P2', toPass: pass.id, session: payment.id}],
        },
      ]
    case 'intentOnly':
      return [{...right, session: null}]
    case 'granted':
    case 'refundedActive':
    case 'partial':
    case 'disputed':
    case 'testMoney':
    default:
      return [right]
  }
}

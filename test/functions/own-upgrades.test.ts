import {describe, expect, it} from 'vitest'
import {MEMBERS, type OwnSchema} from '../support/own-schema.ts'
import {examined} from './health/examining.ts'
import {held, sale} from './setup.ts'
import {syncing} from './sync/syncing.ts'

const paid = sale()

const inPlace = (_id: string, stripeSessionId: string) =>
  held({_id, stripeSessionId: 'cs_live_first', upgradeHistory: [{_key: 'a', stripeSessionId}]})
const {entitlement: named, ...others} = MEMBERS.documents
/** `session` is not what these upgrades call their payment. */
const MISNAMED: OwnSchema = {
  ...MEMBERS,
  documents: {
    ...others,
    entitlement: {
      ...named,
      fields: {
        ...named?.fields,
        upgradeHistory: {name: 'upgrades', of: {session: 'checkout', fromPass: null, toPass: null}},
      },
    },
  },
}

/** Whether a sync grants what Ada just paid, where she holds a pass that was upgraded with this payment or another. */
async function isGranted(own: OwnSchema, upgradedWith: 'this' | 'another'): Promise<boolean> {
  const at = await syncing({own})
  const sold = await at.sell()
  const upgrade = upgradedWith === 'this' ? sold.id : 'cs_live_other'
  await at.studio().create(own.as(inPlace('sub1', upgrade)))
  await at.sync()
  at.pass(30)
  await at.sync()
  return at.lake.documents().some(({_id}) => _id === `subscription-${sold.id}`)
}

describe('a pass that was upgraded in place, by names of the school’s own', () => {
  it('is known for what was paid with: that payment is granted nothing more, another is', async () => {
    expect(await isGranted(MEMBERS, 'this')).toBe(false)
    expect(await isGranted(MEMBERS, 'another')).toBe(true)
  })

  it('keeps webhook and sync from writing by themselves where none says which payment that was', async () => {
    expect(await isGranted(MISNAMED, 'this')).toBe(false)
    expect(await isGranted(MISNAMED, 'another')).toBe(false)
  })

  it('is a finding of Health there', async () => {
    const documents = [inPlace('sub1', paid.id)]
    const misnamed = await examined({own: MISNAMED, documents})
    expect(await misnamed.check('documents')).toMatchObject({
      finding: 'documents_not_named',
      facts: {missing: ['membership.upgrades.checkout']},
    })
    const rightly = await examined({own: MEMBERS, documents})
    expect(await rightly.check('documents')).toMatchObject({finding: 'documents_named'})
  })
})

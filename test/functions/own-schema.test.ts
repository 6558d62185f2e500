import {describe, expect, it} from 'vitest'
import {
  CONTRACT_HEADER,
  CONTRACT_VERSION,
  contractOf,
  schoolsAnswer,
} from '../../plugin/core/contract/endpoints.ts'
import type {Documents} from '../../plugin/core/documents/documents-option.ts'
import type {LakeDocument} from '../../studio/local/lake/lake-document.ts'
import {MEMBERS, schemaOf, type OwnSchema} from '../support/own-schema.ts'
import {examined} from './health/examining.ts'
import {previewOf, recordsOf, repair, undo} from './repairing.ts'
import {FACTS, held, NOW, PREVIEW, REPAIRS, sale, setup, type Setup} from './setup.ts'
import {syncing} from './sync/syncing.ts'
import {anEvent, setup as delivering} from './webhook/delivering.ts'

const paid = sale()
const grant = {subject: {payment: paid.id}, kind: 'grant'} as const
const correct = {subject: {payment: paid.id}, kind: 'correct'} as const
const id = `subscription-${paid.id}`
const theirs = {
  _type: 'membership',
  member: {_ref: 'u1'},
  school: {_ref: 'tenantT'},
  kind: 'punch-card',
  product: {_type: 'reference', _ref: 'P3'},
  title: '10 Single Clip Card',
  amount: 200_000,
  classesLeft: 10,
  status: 'active',
  billing: {session: paid.id},
}

/** As it lies in the lake, by the school's own names. */
function stored({lake}: Pick<Setup, 'lake'>, document: string): LakeDocument | undefined {
  return lake.documents().find(({_id}) => _id === document)
}

describe('at a school with a schema of its own', () => {
  it('a grant is shown and made by its own names, recorded, and taken back', async () => {
    const at = await setup({own: MEMBERS, sessions: [paid]})
    expect((await previewOf(at, grant)).documents).toMatchObject([{create: {_id: id, ...theirs}}])
    const {record, entitlements} = await repair(at, grant)
    expect(entitlements).toMatchObject([{id, type: 'clipcard', classesLeft: 10, active: true}])
    expect(stored(at, id)).toMatchObject(theirs)
    const {records} = await recordsOf(at)
    expect(JSON.parse(records[0]?.after ?? '')[id]).toMatchObject({remainingClips: 10, isActive: true})
    await undo(at, record.id)
    expect(stored(at, id)).toMatchObject({status: 'ended', ended: {reason: 'undone', by: 'p-tove'}})
  })

  it('a class that was used since keeps a repair from being undone', async () => {
    const wrong = held({stripeSessionId: paid.id, endDate: '2026-03-01T10:00:00.000Z'})
    const at = await setup({own: MEMBERS, sessions: [paid], documents: [wrong]})
    const {record} = await repair(at, correct)
    await at.studio().patch('sub1').dec({classesLeft: 1}).commit()
    await expect(undo(at, record.id)).rejects.toThrow(/used_since/)
  })

  it('an edit that is open is patched alike, and what it says of its own stays', async () => {
    const wrong = held({stripeSessionId: paid.id, endDate: '2026-03-01T10:00:00.000Z'})
    const at = await setup({own: MEMBERS, sessions: [paid], documents: [wrong]})
    await at
      .studio()
      .create({...stored(at, 'sub1'), _id: 'drafts.sub1', _type: 'membership', note: 'ask her'})
    await repair(at, correct)
    const until = '2026-05-30T10:00:00.000Z'
    expect(stored(at, 'drafts.sub1')).toMatchObject({until, note: 'ask her'})
    expect(stored(at, 'sub1')).toMatchObject({until})
  })

  it('a pass that their own webhook makes in the same moment is told of', async () => {
    const at = await setup({own: MEMBERS, sessions: [paid]})
    const other = MEMBERS.as(held({_id: 'by-webhook', stripeSessionId: paid.id}))
    const {plan} = await previewOf(at, grant)
    await at.studio().create(other)
    expect(await at.fault(REPAIRS, {body: {...grant, plan}})).toMatchObject({status: 422})
    expect(stored(at, id)).toBeUndefined()
  })

  it('the webhook and the sync grant by themselves, once a person has', async () => {
    const justNow = sale({createdAt: new Date(NOW - 60_000)})
    const told = await delivering({own: MEMBERS, sessions: [paid, justNow]})
    const event = anEvent({object: justNow})
    expect(await told.tell(event)).toMatchObject({result: 'noted'})
    expect(stored(told, `subscription-${justNow.id}`)).toBeUndefined()
    await repair(told, grant)
    told.now.at += 60_000
    expect(await told.tell(anEvent({object: justNow}))).toMatchObject({result: 'written'})
    expect(stored(told, `subscription-${justNow.id}`)).toMatchObject({
      ...theirs,
      billing: {session: justNow.id},
    })

    const another = held({stripeSessionId: 'cs_live_another'})
    const at = await syncing({own: MEMBERS, documents: [another]})
    const sold = await at.sell()
    await at.sync()
    at.pass(30)
    await at.sync()
    expect(stored(at, `subscription-${sold.id}`)).toMatchObject({_type: 'membership', status: 'active'})
  })
})

describe('a Studio and a function that were told different names', () => {
  it('read nothing and write nothing', async () => {
    const at = await setup({own: MEMBERS, sessions: [paid]})
    at.forgetCalls()
    const headers = {[CONTRACT_HEADER]: CONTRACT_VERSION}
    for (const path of [FACTS, PREVIEW]) {
      const body = path === PREVIEW ? grant : undefined
      expect(await at.fault(path, {headers, ...(body && {body})})).toMatchObject({
        status: 426,
        code: 'contract_mismatch',
        detail: {differs: 'documents', given: CONTRACT_VERSION},
      })
    }
    expect(at.lake.ledger.requests).toEqual([])
    const platform = await setup({sessions: [paid]})
    const theirsOnly = {[CONTRACT_HEADER]: contractOf(schemaOf(MEMBERS).fingerprint)}
    expect(await platform.fault(FACTS, {headers: theirsOnly})).toMatchObject({detail: {differs: 'documents'}})
  })

  it('hold no plan of before for the same', async () => {
    const platform = await setup({sessions: [paid]})
    const members = await setup({own: MEMBERS, sessions: [paid]})
    expect((await previewOf(members, grant)).plan).not.toBe((await previewOf(platform, grant)).plan)
  })
})

describe('the setting DOCUMENTS', () => {
  it('is the same as the option', async () => {
    const at = await setup({own: MEMBERS, environment: {DOCUMENTS: JSON.stringify(MEMBERS.documents)}})
    expect(await at.fault(FACTS)).toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('given twice'),
    })
    const alone = await setup({
      own: {documents: {}, as: MEMBERS.as},
      sessions: [paid],
      environment: {DOCUMENTS: JSON.stringify(MEMBERS.documents)},
    })
    expect(await alone.fault(FACTS)).toMatchObject({code: 'misconfigured'})
  })

  it('that names what is no field of ours is told, whatever version asks', async () => {
    const DOCUMENTS = JSON.stringify({student: {fields: {mail: 'email'}}})
    const at = await setup({environment: {DOCUMENTS}})
    expect(await at.fault(FACTS)).toMatchObject({
      code: 'misconfigured',
      message: expect.stringMatching(/documents\.student\.fields\.mail is no field of ours/),
      detail: {settings: 'DOCUMENTS'},
    })
  })
})

describe('names that do not fit what lies in the lake', () => {
  it('are found out by a dry run before the first write', async () => {
    const at = await setup({
      own: {
        documents: MEMBERS.documents,
        // Where the plugin was told of an object, this membership has a list.
        as: (document) =>
          document._id === 'sub1' ? {...MEMBERS.as(document), ended: []} : MEMBERS.as(document),
      },
      sessions: [sale({id: paid.id, refunded: true})],
      documents: [held({stripeSessionId: paid.id})],
    })
    const before = stored(at, 'sub1')
    const wish = {subject: {payment: paid.id}, kind: 'revoke'} as const
    const {plan} = await previewOf(at, wish)
    expect(await at.fault(REPAIRS, {body: {...wish, plan}})).toMatchObject({
      code: 'misconfigured',
      detail: {settings: 'DOCUMENTS', field: 'ended'},
    })
    expect(stored(at, 'sub1')).toEqual(before)
    expect(at.ofType('passRepair')).toEqual([])
  })

  it.each([
    ['a text', 'asked for by mail'],
    ['a list', ['asked for by mail']],
    ['a number', 7],
  ])(
    'leave %s that stands where they mean an object, on the first write and on every later one',
    async (_what, ended) => {
      const first = sale({id: 'cs_live_first', refunded: true, paymentIntentId: 'pi_first'})
      const second = sale({id: 'cs_live_second', refunded: true, paymentIntentId: 'pi_second'})
      const at = await setup({
        own: {
          documents: MEMBERS.documents,
          as: (document) =>
            document._id === 'sub2' ? {...MEMBERS.as(document), ended} : MEMBERS.as(document),
        },
        sessions: [first, second],
        documents: [
          held({stripeSessionId: first.id, stripePaymentId: 'pi_first'}),
          held({_id: 'sub2', stripeSessionId: second.id, stripePaymentId: 'pi_second'}),
        ],
      })
      await repair(at, {subject: {payment: first.id}, kind: 'revoke'})
      const wish = {subject: {payment: second.id}, kind: 'revoke'} as const
      const {plan} = await previewOf(at, wish)
      expect(await at.fault(REPAIRS, {body: {...wish, plan}})).toMatchObject({
        code: 'misconfigured',
        detail: {settings: 'DOCUMENTS', field: 'ended'},
      })
      expect(stored(at, 'sub2')).toMatchObject({ended, status: 'active'})
      expect(stored(at, 'sub1')).toMatchObject({status: 'ended'})
    },
  )

  it('are a finding of Health', async () => {
    const members = await examined({own: MEMBERS, documents: [held({stripeSessionId: paid.id})]})
    expect(await members.check('documents')).toMatchObject({state: 'ok', finding: 'documents_named'})
    const platform = await examined()
    expect(await platform.check('documents')).toMatchObject({finding: 'documents_platform'})
    const {entitlement, ...others} = MEMBERS.documents
    const fields = {...entitlement?.fields, session: 'billing.checkout'}
    const documents: Documents = {...others, student: {type: 'dancer'}, entitlement: {...entitlement, fields}}
    const misspelled = await examined({
      own: {...MEMBERS, documents},
      documents: [held({stripeSessionId: paid.id})],
    })
    expect(await misspelled.check('documents')).toMatchObject({
      state: 'failing',
      finding: 'documents_not_named',
      remedy: 'mend_documents',
      facts: {missing: ['dancer', 'membership.billing.checkout']},
    })
  })
})

/** One school, which no document names; and of a pass only what a grant cannot do without. */
const SMALL: OwnSchema = {
  documents: {
    school: {type: 'tenant', only: 'tenantT'},
    pass: {fields: {validity: null, expiry: null}},
    entitlement: {
      fields: {
        promoCode: null,
        originalPrice: null,
        finalPrice: null,
        discount: null,
        price: null,
        upgradedFrom: null,
        isUpgrade: null,
        complimentary: null,
      },
    },
    booking: null,
  },
  as: ({tenant: _unsaid, ...document}) => document,
}

describe('a school that is the only one and keeps little', () => {
  it('gets its passes without what it has no field for', async () => {
    const at = await setup({own: SMALL, sessions: [paid]})
    await repair(at, grant)
    const made = stored(at, id)
    expect(made).toMatchObject({_type: 'subscription', user: {_ref: 'u1'}, stripeSessionId: paid.id})
    expect(made).not.toHaveProperty('tenant')
    expect(made).not.toHaveProperty('purchasePrice')
    const {record} = await repair(await setup({own: SMALL, sessions: [paid]}), grant)
    expect(record.kind).toBe('grant')
  })

  it('is the only one that there is, whatever else has its type', async () => {
    const SCHOOL_ACCESS = JSON.stringify({'p-tove': '*'})
    const at = await setup({own: SMALL, environment: {SCHOOL_ACCESS}})
    const answer = schoolsAnswer.parse(await (await at.send('/v1/schools')).json())
    expect(answer.schools.map((school) => school.id)).toEqual(['tenantT'])
    expect(at.lake.documents().filter(({_type}) => _type === 'tenant').length).toBeGreaterThan(1)
  })

  it('can undo them', async () => {
    const at = await setup({own: SMALL, sessions: [paid]})
    const {record} = await repair(at, grant)
    await undo(at, record.id)
    expect(stored(at, id)).toMatchObject({isActive: false})
  })

  it('is refused a pass without payment, since nothing could say that it is one', async () => {
    const at = await setup({own: SMALL})
    const request = '3f0b1f6e-52a1-4a7a-9f3d-1f0f6a1f7c11'
    const body = {
      subject: {request},
      kind: 'grant',
      choice: {student: 'u1', pass: 'P3', start: 'today'},
      reason: 'a birthday',
    }
    expect(await at.fault(PREVIEW, {body})).toMatchObject({code: 'not_repairable'})
  })
})

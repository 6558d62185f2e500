import {describe, expect, it} from 'vitest'
import {factsAnswer} from '../../plugin/core/contract/endpoints.ts'
import {adaBuys, held, NOW, sale, SCHOOL, setup, type Setup} from './setup.ts'

async function factsAt({send}: Setup, path: string) {
  const response = await send(`${SCHOOL}${path}`)
  expect(response.status).toBe(200)
  return factsAnswer.parse(await response.json())
}

describe('one student', () => {
  it('comes with the payments behind the passes, and those of the email, and says that it is not all', async () => {
    const byEmail = sale()
    const byParent = sale({createdAt: '2025-06-20T10:00:00Z', account: null, email: 'parent@example.com'})
    const at = await setup({
      sessions: [byEmail, byParent],
      documents: [held({_createdAt: '2025-06-20T10:01:00Z', stripeSessionId: byParent.id})],
    })
    const {facts, complete, asOf} = await factsAt(at, '/students/u1')
    expect(facts.payments.map(({id}) => id).toSorted()).toEqual([byEmail.id, byParent.id].toSorted())
    expect(facts.entitlements.map(({id}) => id)).toEqual(['sub1'])
    expect(facts.students.map(({id}) => id)).toEqual(['u1'])
    expect({complete, asOf}).toEqual({complete: false, asOf: NOW})
  })

  it('is all user documents of that person', async () => {
    const again = {
      _id: 'u1again',
      _type: 'user',
      clerkId: 'user_A2',
      email: 'Ada.Lind@example.com',
      name: 'Ada Lind',
      role: 'student',
    }
    const at = await setup({documents: [again, held({user: {_type: 'reference', _ref: 'u1again'}})]})
    const {facts} = await factsAt(at, '/students/u1')
    expect(facts.students.map(({id}) => id).toSorted()).toEqual(['u1', 'u1again'])
    expect(facts.entitlements.map(({id}) => id)).toEqual(['sub1'])
  })

  it('may be without clerkId and email', async () => {
    const at = await setup({
      documents: [
        {_id: 'user_X', _type: 'user', name: 'Idun Moe', tenant: {_type: 'reference', _ref: 'tenantT'}},
        held({user: {_type: 'reference', _ref: 'user_X'}}),
      ],
    })
    const {facts} = await factsAt(at, '/students/user_X')
    expect(facts.students).toMatchObject([{id: 'user_X', clerkId: null, email: null}])
    expect(facts.entitlements).toHaveLength(1)
  })

  it('of another school only is nobody here', async () => {
    const {fault} = await setup()
    const answer = await fault(`${SCHOOL}/students/uV`)
    expect(answer).toMatchObject({status: 404, code: 'not_found'})
    expect(JSON.stringify(answer)).not.toContain('Aalto')
  })

  it('of another school who paid here is told', async () => {
    const at = await setup({
      sessions: [sale({email: 'vera.aalto@example.com', metadata: adaBuys('P3', {userId: 'user_V'})})],
    })
    expect((await factsAt(at, '/students/uV')).facts.payments).toHaveLength(1)
  })
})

describe('one payment', () => {
  it('comes with whom it names and what they hold', async () => {
    const paid = sale()
    const at = await setup({sessions: [paid], documents: [held()]})
    const {facts} = await factsAt(at, `/payments/${paid.id}`)
    expect(facts.payments.map(({id}) => id)).toEqual([paid.id])
    expect(facts.students.map(({id}) => id)).toEqual(['u1'])
    expect(facts.entitlements.map(({id}) => id)).toEqual(['sub1'])
  })

  it('is found by its payment intent too', async () => {
    const paid = sale({paymentIntentId: 'pi_3AdasClipCard'})
    const at = await setup({sessions: [paid]})
    const {facts} = await factsAt(at, '/payments/pi_3AdasClipCard')
    expect(facts.payments.map(({id}) => id)).toEqual([paid.id])
  })

  it('that nobody knows is said to be unknown', async () => {
    const {fault} = await setup()
    expect(await fault(`${SCHOOL}/payments/cs_live_unknown`)).toMatchObject({status: 404, code: 'not_found'})
    expect(await fault(`${SCHOOL}/payments/somebody%40example.com`)).toMatchObject({status: 400})
  })
})

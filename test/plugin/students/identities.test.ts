import {expect, it} from 'vitest'
import {identitiesOf, isHeldBy} from '../../../plugin/engine/identities.ts'
import {student, NOON} from './people.ts'

it('puts the opened document first, and says what ties each other one to it', () => {
  const people = [
    student({id: 'older', clerkId: 'user_ada', createdAt: NOON - 2}),
    student({id: 'child', email: 'ada@example.com', createdAt: NOON - 1}),
    student({id: 'ada', clerkId: 'user_ada', email: 'ada@example.com'}),
    student({id: 'stranger'}),
  ]

  expect(identitiesOf('ada', people).map(({student: {id}, sharedBy}) => [id, sharedBy])).toEqual([
    ['ada', 'opened'],
    ['older', 'clerk_id'],
    ['child', 'email'],
  ])
})

it('takes the id of a document without clerkId for its Clerk id', () => {
  const people = [
    student({id: 'user_2x', clerkId: null, email: null}),
    student({id: 'u1', clerkId: 'user_2x'}),
  ]

  expect(identitiesOf('user_2x', people).map(({sharedBy}) => sharedBy)).toEqual(['opened', 'clerk_id'])
})

it('does not take two people without email for one', () => {
  const people = [student({id: 'a', email: null}), student({id: 'b', email: null})]

  expect(identitiesOf('a', people)).toHaveLength(1)
})

it('knows a pass whose reference is the document, or the Clerk id as old webhooks wrote it', () => {
  const identities = identitiesOf('u1', [student({id: 'u1', clerkId: 'user_2x'})])

  expect(['u1', 'user_2x', 'u2', null].map((reference) => isHeldBy(identities, reference))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

it('finds nobody when the document is not among the facts', () => {
  expect(identitiesOf('gone', [student({id: 'u1'})])).toEqual([])
})

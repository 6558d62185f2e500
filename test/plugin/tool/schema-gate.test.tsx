import {cleanup, screen, within} from '@testing-library/react'
import {expect, test} from 'vitest'
import {openStudio} from '../support/open-studio.tsx'

test('Names that the Studio’s own schema does not have are listed with their place, and nothing else is shown.', async () => {
  await openStudio('/passes', {
    documents: {
      student: {fields: {email: 'mail'}},
      entitlement: {fields: {student: {name: 'user', as: 'id'}}},
      booking: {type: 'lesson'},
    },
  })
  const card = await screen.findByRole('alert')
  within(card).getByText('What “documents” says does not fit this Studio')
  expect(
    within(card)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'documents.student.fields.email: «user» has no field «mail». Name the field, or say null where there is none.',
    "documents.entitlement.fields.student: «user» of «subscription» is a reference. Say {name: 'user', as: 'reference'}.",
    "documents.booking.type: the Studio's schema has no type «lesson».",
  ])
  expect(screen.queryByRole('tab')).toBeNull()
  cleanup()

  await openStudio('/passes', {documents: {booking: null}})
  await screen.findByText('Studio and function were told different names of your documents')
})

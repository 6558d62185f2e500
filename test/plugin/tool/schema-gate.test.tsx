import {cleanup, screen} from '@testing-library/react'
import {createClient} from '@sanity/client'
import {createSchema} from 'sanity'
import {expect, test} from 'vitest'
import type {Glance} from '../../../plugin/document/glance.ts'
import {watchGlance} from '../../../plugin/document/watch-glance.ts'
import {parseOptions} from '../../../plugin/options.ts'
import {schemaTypes} from '../../../studio/schema/schema-types.ts'
import {openStudio} from '../support/open-studio.tsx'

test('Names that the Studio’s own schema does not have are listed with their place, and nothing else is shown.', async () => {
  await openStudio('/passes', {
    documents: {
      student: {fields: {email: 'mail'}},
      entitlement: {fields: {student: {name: 'user', as: 'id'}}},
      booking: {type: 'lesson'},
    },
  })
  const title = await screen.findByText('What “documents” says does not fit this Studio')
  const card = title.closest<HTMLElement>('[role=alert]')
  expect([...(card?.querySelectorAll('li') ?? [])].map((item) => item.textContent)).toEqual([
    'documents.student.fields.email: «user» has no field «mail». Name the field, or say null where there is none.',
    "documents.entitlement.fields.student: «user» of «subscription» is a reference. Say {name: 'user', as: 'reference'}.",
    "documents.booking.type: the Studio's schema has no type «lesson».",
  ])
  expect(document.querySelector('#passes-tool')).toBeNull()
  cleanup()

  await openStudio('/passes', {documents: {booking: null}})
  await screen.findByText('Studio and function were told different names of your documents')
})

test('They are said on the documents too, and nothing is asked for these.', () => {
  const shown: Glance[] = []
  watchGlance(
    {
      client: createClient({
        projectId: 'demo',
        dataset: 'production',
        apiVersion: '2025-02-19',
        useCdn: false,
      }),
      studio: createSchema({name: 'default', types: schemaTypes}),
      options: parseOptions({endpoint: '/api', documents: {student: {fields: {email: 'mail'}}}}),
      type: 'user',
      id: 'user-ada',
    },
    (glance) => shown.push(glance),
  )
  const text = (key: string) => key
  expect(shown.map((glance) => [glance.badge(text), glance.offer(text)])).toEqual([
    ['badge.misnamed', {label: 'action.open', title: 'action.misnamed', act: 'review'}],
  ])
})

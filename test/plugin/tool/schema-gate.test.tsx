import {cleanup, screen, waitFor} from '@testing-library/react'
import {createClient} from '@sanity/client'
import i18next from 'i18next'
import {createSchema} from 'sanity'
import {expect, onTestFinished, test, vi} from 'vitest'
import type {Documents} from '../../../plugin/index.ts'
import type {Glance} from '../../../plugin/document/glance.ts'
import {watchGlance} from '../../../plugin/document/watch-glance.ts'
import {en} from '../../../plugin/i18n/en.ts'
import {parseOptions} from '../../../plugin/options.ts'
import {schemaTypes} from '../../../studio/schema/schema-types.ts'
import {openStudio} from '../support/open-studio.tsx'

const WRONG: Documents = {
  student: {fields: {email: 'mail'}},
  entitlement: {
    fields: {
      student: {name: 'user', as: 'id'},
      upgradeHistory: {name: 'upgradeHistory', of: {session: 'checkout'}},
    },
  },
  booking: {type: 'lesson'},
}
const SAID = [
  'documents.student.fields.email: «user» has no field «mail». Name the field, or say null where there is none.',
  "documents.entitlement.fields.student: «user» of «subscription» is a reference. Say {name: 'user', as: 'reference'}.",
  'documents.entitlement.fields.upgradeHistory.of.session: «subscription.upgradeHistory» has no field «checkout». Name the field, or say null where there is none.',
  "documents.booking.type: the Studio's schema has no type «lesson».",
]
const TOAST = '[data-ui=Toast]'

function listedIn(place: string): (string | null)[] {
  return [...document.querySelectorAll(`${place} li`)].map((item) => item.textContent)
}

test('Names that the Studio’s own schema does not have are listed with their place, and nothing else is shown.', async () => {
  await openStudio('/passes', {documents: WRONG})
  await waitFor(() => expect(listedIn(`[role=alert]:not(${TOAST})`)).toEqual(SAID))
  expect(document.querySelector('#passes-tool')).toBeNull()
  cleanup()

  await openStudio('/passes', {documents: {booking: null}})
  await screen.findByText('Studio and function were told different names of your documents')
  expect(document.querySelector(TOAST)).toBeNull()
})

test('A Studio says them from its start, wherever somebody is in it, and goes on working.', async () => {
  const complained = vi.spyOn(console, 'error')
  onTestFinished(() => complained.mockRestore())
  await openStudio('/structure', {documents: WRONG})
  await waitFor(() => expect(listedIn(TOAST)).toEqual(SAID))
  expect(document.querySelector(TOAST)?.textContent).toContain('mend it in sanity.config.ts')
  expect(await screen.findByText('Passes held')).toBeTruthy()
  const ours = complained.mock.calls
    .map(([words]) => String(words))
    .filter((words) => /stripePasses/.test(words))
  expect(ours).toEqual([expect.stringContaining(SAID.join('\n'))])
})

test('They are said on the documents too, and nothing is asked for these.', async () => {
  const shown: Glance[] = []
  const words = i18next.createInstance()
  await words.init({lng: 'en-US'})
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
      t: words.t,
      locale: 'en-US',
    },
    (glance) => shown.push(glance),
  )
  const said = {badge: en['badge.misnamed'], label: en['action.open'], title: en['action.misnamed']}
  await waitFor(() => expect(shown).toEqual([{...said, act: 'review'}]))
})

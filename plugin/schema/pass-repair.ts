import {defineField, defineType} from 'sanity'
import {documentTypes, type DocumentTypes} from './document-types.ts'

const actor = defineField({
  name: 'actor',
  type: 'object',
  title: 'Who',
  fields: [
    defineField({name: 'id', type: 'string', title: 'Id'}),
    defineField({name: 'name', type: 'string', title: 'Name'}),
    defineField({name: 'via', type: 'string', title: 'Through'}),
  ],
})
const about = defineField({
  name: 'subject',
  type: 'object',
  title: 'About',
  fields: [
    defineField({name: 'payment', type: 'string', title: 'Checkout'}),
    defineField({name: 'entitlement', type: 'string', title: 'Pass'}),
    defineField({name: 'request', type: 'string', title: 'Given without payment'}),
  ],
})
const telling = defineField({
  name: 'message',
  type: 'object',
  title: 'Telling the student',
  fields: [
    defineField({name: 'channel', type: 'string', title: 'How'}),
    defineField({name: 'state', type: 'string', title: 'What became of it'}),
    defineField({name: 'at', type: 'datetime', title: 'When'}),
  ],
})

/**
 * The record of one repair: who, when, why, and what it wrote. Written by the function only, read by everybody; so
 * that it opens in a Studio as what it is. `stripePasses()` brings it along.
 *
 * @example
 * // A list of what was repaired, in a structure of one's own
 * S.documentTypeListItem(passRepair.name).title('Repairs')
 */
export const passRepair = passRepairOf(documentTypes())

/** The same, where the school's own types are called otherwise. */
export function passRepairOf(types: DocumentTypes) {
  return defineType({
    name: 'passRepair',
    type: 'document',
    title: 'Pass repair',
    readOnly: true,
    liveEdit: true,
    __experimental_omnisearch_visibility: false,
    fields: [
      defineField({name: 'kind', type: 'string', title: 'What was done'}),
      defineField({name: 'verdict', type: 'string', title: 'Verdict before it'}),
      defineField({name: 'reasons', type: 'array', title: 'Reasons', of: [{type: 'string'}]}),
      defineField({name: 'at', type: 'datetime', title: 'When'}),
      actor,
      defineField({name: 'reason', type: 'text', rows: 2, title: 'Why'}),
      about,
      defineField({name: 'payment', type: 'string', title: 'Checkout'}),
      defineField({name: 'account', type: 'string', title: 'Stripe account'}),
      defineField({name: 'livemode', type: 'boolean', title: 'Real money'}),
      defineField({
        name: 'school',
        type: 'reference',
        weak: true,
        to: [{type: types.school}],
        title: 'School',
      }),
      defineField({
        name: 'student',
        type: 'reference',
        weak: true,
        to: [{type: types.student}],
        title: 'Student',
      }),
      defineField({
        name: 'entitlements',
        type: 'array',
        title: 'Passes',
        of: [{type: 'reference', weak: true, to: [{type: types.entitlement}]}],
      }),
      telling,
      defineField({name: 'before', type: 'text', title: 'Before'}),
      defineField({name: 'after', type: 'text', title: 'After'}),
      defineField({name: 'plan', type: 'string', title: 'Plan'}),
      defineField({name: 'batch', type: 'string', title: 'Batch'}),
      defineField({name: 'undoes', type: 'string', title: 'Undoes'}),
      defineField({name: 'fingerprint', type: 'string', hidden: true}),
    ],
    preview: {
      select: {kind: 'kind', who: 'actor.name', at: 'at'},
      prepare: ({kind, who, at}) => ({
        title: typeof kind === 'string' ? kind : 'repair',
        subtitle: [who, at].filter((text) => typeof text === 'string').join(' · '),
      }),
    },
  })
}

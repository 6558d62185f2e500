import {defineField, defineType} from 'sanity'

/**
 * The record of one repair: who, when, why, and what it wrote. Written by the function only, read by everybody; so
 * that it opens in a Studio as what it is.
 */
export const passRepair = defineType({
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
    defineField({
      name: 'actor',
      type: 'object',
      title: 'Who',
      fields: [
        defineField({name: 'id', type: 'string', title: 'Id'}),
        defineField({name: 'name', type: 'string', title: 'Name'}),
        defineField({name: 'via', type: 'string', title: 'Through'}),
      ],
    }),
    defineField({name: 'reason', type: 'text', rows: 2, title: 'Why'}),
    defineField({
      name: 'subject',
      type: 'object',
      title: 'About',
      fields: [
        defineField({name: 'payment', type: 'string', title: 'Checkout'}),
        defineField({name: 'entitlement', type: 'string', title: 'Pass'}),
        defineField({name: 'request', type: 'string', title: 'Given without payment'}),
      ],
    }),
    defineField({name: 'payment', type: 'string', title: 'Checkout'}),
    defineField({name: 'account', type: 'string', title: 'Stripe account'}),
    defineField({name: 'livemode', type: 'boolean', title: 'Real money'}),
    defineField({name: 'school', type: 'reference', weak: true, to: [{type: 'tenant'}], title: 'School'}),
    defineField({name: 'student', type: 'reference', weak: true, to: [{type: 'user'}], title: 'Student'}),
    defineField({
      name: 'entitlements',
      type: 'array',
      title: 'Passes',
      of: [{type: 'reference', weak: true, to: [{type: 'subscription'}]}],
    }),
    defineField({
      name: 'message',
      type: 'object',
      title: 'Telling the student',
      fields: [
        defineField({name: 'channel', type: 'string', title: 'How'}),
        defineField({name: 'state', type: 'string', title: 'What became of it'}),
        defineField({name: 'at', type: 'datetime', title: 'When'}),
      ],
    }),
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

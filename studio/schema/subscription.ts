import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {defineArrayMember, defineField, defineType} from 'sanity'

const text = (name: string) => defineField({name, type: 'string'})
const amount = (name: string) => defineField({name, type: 'number'})
const flag = (name: string) => defineField({name, type: 'boolean'})
const time = (name: string) => defineField({name, type: 'datetime'})

/** A pass that a student holds. The platform calls the document a subscription; no billing is involved. */
export const subscription = defineType({
  name: 'subscription',
  title: 'Pass held',
  type: 'document',
  icon: CreditCardIcon,
  groups: [{name: 'terms', default: true}, {name: 'payment'}, {name: 'upgrade'}, {name: 'manual'}],
  fields: [
    defineField({name: 'user', title: 'Student', type: 'reference', to: [{type: 'user'}], group: 'terms'}),
    defineField({name: 'tenant', title: 'School', type: 'reference', to: [{type: 'tenant'}], group: 'terms'}),
    ...[
      text('passName'),
      text('passId'),
      text('type'),
      time('startDate'),
      time('endDate'),
      amount('remainingClips'),
      flag('isActive'),
    ].map((field) => ({...field, group: 'terms'})),
    // Before 2025-08 the pass was a reference.
    defineField({name: 'pass', type: 'reference', weak: true, to: [{type: 'pass'}], group: 'terms'}),
    ...[
      text('stripeSessionId'),
      text('stripePaymentId'),
      amount('purchasePrice'),
      amount('originalPrice'),
      amount('finalPrice'),
      amount('discountAmount'),
      text('promoCode'),
      text('webhookEventId'),
      flag('createdViaWebhook'),
    ].map((field) => ({...field, group: 'payment'})),
    ...[
      flag('isUpgrade'),
      text('upgradedFromSubscriptionId'),
      amount('upgradeCost'),
      time('upgradedAt'),
      text('upgradedToPassId'),
      text('upgradedToPassName'),
    ].map((field) => ({...field, group: 'upgrade'})),
    defineField({
      name: 'upgradeHistory',
      type: 'array',
      group: 'upgrade',
      of: [
        defineArrayMember({
          type: 'object',
          name: 'upgrade',
          fields: [text('fromPassId'), text('toPassId'), text('stripeSessionId')],
        }),
      ],
    }),
    ...[
      flag('manuallyCreated'),
      text('manualCreationReason'),
      text('notes'),
      flag('complimentary'),
      text('complimentaryReason'),
      text('complimentaryBy'),
      time('complimentaryAt'),
      text('deactivationReason'),
      text('deactivatedBy'),
      time('deactivatedAt'),
    ].map((field) => ({...field, group: 'manual'})),
  ],
  orderings: [{name: 'newest', title: 'Newest', by: [{field: 'startDate', direction: 'desc'}]}],
  preview: {
    select: {title: 'passName', student: 'user.name', active: 'isActive'},
    prepare: ({title, student, active}) => ({
      title: title || 'Pass without name',
      subtitle: [student || 'Unknown student', active ? null : 'not active'].filter(Boolean).join(' · '),
    }),
  },
})

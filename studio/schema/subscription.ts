import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {defineArrayMember, defineField, defineType} from 'sanity'

/** Fields of one tab of the form. */
const fieldsOf = (group?: string) => {
  const field = (type: string) => (name: string) => defineField({name, type, ...(group && {group})})
  return {text: field('string'), amount: field('number'), flag: field('boolean'), time: field('datetime')}
}
const terms = fieldsOf('terms')
const payment = fieldsOf('payment')
const upgrade = fieldsOf('upgrade')
const manual = fieldsOf('manual')
const {text} = fieldsOf()

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
    terms.text('passName'),
    terms.text('passId'),
    terms.text('type'),
    terms.time('startDate'),
    terms.time('endDate'),
    terms.amount('remainingClips'),
    terms.flag('isActive'),
    // Before 2025-08 the pass was a reference.
    defineField({name: 'pass', type: 'reference', weak: true, to: [{type: 'pass'}], group: 'terms'}),
    payment.text('stripeSessionId'),
    payment.text('stripePaymentId'),
    payment.amount('purchasePrice'),
    payment.amount('originalPrice'),
    payment.amount('finalPrice'),
    payment.amount('discountAmount'),
    payment.text('promoCode'),
    payment.text('webhookEventId'),
    payment.flag('createdViaWebhook'),
    upgrade.flag('isUpgrade'),
    upgrade.text('upgradedFromSubscriptionId'),
    upgrade.amount('upgradeCost'),
    upgrade.time('upgradedAt'),
    upgrade.text('upgradedToPassId'),
    upgrade.text('upgradedToPassName'),
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
    manual.flag('manuallyCreated'),
    manual.text('manualCreationReason'),
    manual.text('notes'),
    manual.flag('complimentary'),
    manual.text('complimentaryReason'),
    manual.text('complimentaryBy'),
    manual.time('complimentaryAt'),
    manual.text('deactivationReason'),
    manual.text('deactivatedBy'),
    manual.time('deactivatedAt'),
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

import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {defineArrayMember, defineField, defineType} from 'sanity'

const field = (type: string) => (name: string) => defineField({name, type})
const [text, amount, flag, time] = [field('string'), field('number'), field('boolean'), field('datetime')]

/** What a member holds. */
export const membership = defineType({
  name: 'membership',
  title: 'Membership',
  type: 'document',
  icon: CreditCardIcon,
  fields: [
    text('title'),
    defineField({name: 'member', type: 'reference', to: [{type: 'member'}]}),
    defineField({name: 'product', type: 'reference', to: [{type: 'product'}]}),
    defineField({name: 'school', type: 'reference', to: [{type: 'danceSchool'}]}),
    defineField({
      name: 'kind',
      type: 'string',
      options: {list: ['drop-in', 'punch-card', 'bundle', 'period']},
    }),
    defineField({name: 'status', type: 'string', options: {list: ['active', 'ended']}}),
    time('from'),
    time('until'),
    amount('classesLeft'),
    amount('amount'),
    defineField({
      name: 'billing',
      type: 'object',
      fields: [
        text('session'),
        text('payment'),
        amount('listPrice'),
        amount('finalPrice'),
        amount('discount'),
        text('code'),
      ],
    }),
    defineField({
      name: 'upgrade',
      type: 'object',
      fields: [flag('isOne'), text('from'), amount('cost'), time('at'), text('to'), text('toTitle')],
    }),
    defineField({
      name: 'upgrades',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'object',
          fields: [
            defineField({name: 'was', type: 'reference', weak: true, to: [{type: 'product'}]}),
            defineField({name: 'became', type: 'reference', weak: true, to: [{type: 'product'}]}),
            defineField({name: 'billing', type: 'object', fields: [text('session')]}),
          ],
        }),
      ],
    }),
    defineField({name: 'ended', type: 'object', fields: [text('reason'), text('by'), time('at')]}),
    defineField({
      name: 'gift',
      type: 'object',
      fields: [flag('isOne'), text('reason'), text('by'), time('at')],
    }),
    defineField({name: 'byHand', type: 'object', fields: [flag('isSo'), text('reason')]}),
  ],
  preview: {select: {title: 'title', subtitle: 'member.fullName'}},
})

import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from 'sanity'

/** What a school sells. */
export const pass = defineType({
  name: 'pass',
  title: 'Pass for sale',
  type: 'document',
  icon: TagIcon,
  fields: [
    defineField({name: 'name', type: 'string', validation: (rule) => rule.required()}),
    defineField({name: 'description', type: 'text', rows: 2}),
    defineField({
      name: 'type',
      type: 'string',
      // `subscription` is offered by the platform's form, and nothing can grant it.
      options: {list: ['single', 'multi', 'multi-pass', 'unlimited', 'subscription']},
    }),
    defineField({name: 'price', title: 'Price (kr)', type: 'number'}),
    defineField({name: 'validityType', type: 'string', options: {list: ['days', 'date']}}),
    defineField({name: 'validityDays', type: 'number'}),
    defineField({
      name: 'expiryDate',
      type: 'string',
      description: 'A date or a time, with or without a zone.',
    }),
    defineField({name: 'classesLimit', type: 'number'}),
    defineField({name: 'isActive', title: 'On sale', type: 'boolean'}),
    defineField({name: 'promoActive', type: 'boolean'}),
    defineField({name: 'promoPrice', type: 'number'}),
    defineField({name: 'promoCode', type: 'string'}),
    defineField({name: 'tenant', title: 'School', type: 'reference', to: [{type: 'tenant'}]}),
    defineField({name: 'createdAt', type: 'datetime', readOnly: true}),
    defineField({name: 'updatedAt', type: 'datetime', readOnly: true}),
  ],
  preview: {
    select: {title: 'name', price: 'price', type: 'type'},
    prepare: ({title, price, type}) => ({title, subtitle: `${price} kr · ${type}`}),
  },
})

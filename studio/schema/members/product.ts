import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from 'sanity'

export const product = defineType({
  name: 'product',
  title: 'Product',
  type: 'document',
  icon: TagIcon,
  fields: [
    defineField({name: 'title', type: 'string', validation: (rule) => rule.required()}),
    defineField({
      name: 'kind',
      type: 'string',
      options: {list: ['drop-in', 'punch-card', 'bundle', 'period', 'voucher']},
    }),
    defineField({name: 'amount', title: 'Price', type: 'number'}),
    defineField({name: 'classes', type: 'number'}),
    defineField({
      name: 'validity',
      type: 'object',
      fields: [
        defineField({name: 'by', type: 'string', options: {list: ['days-after', 'fixed-date']}}),
        defineField({name: 'days', type: 'number'}),
        defineField({name: 'until', type: 'string'}),
      ],
    }),
    defineField({name: 'onSale', type: 'boolean'}),
    defineField({name: 'school', type: 'reference', to: [{type: 'danceSchool'}]}),
  ],
  preview: {select: {title: 'title', subtitle: 'kind'}},
})

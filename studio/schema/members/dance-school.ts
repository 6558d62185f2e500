import {HomeIcon} from '@sanity/icons/Home'
import {defineField, defineType} from 'sanity'

export const danceSchool = defineType({
  name: 'danceSchool',
  title: 'School',
  type: 'document',
  icon: HomeIcon,
  fields: [
    defineField({name: 'title', type: 'string'}),
    defineField({name: 'path', type: 'slug', options: {source: 'title'}}),
    defineField({name: 'mail', type: 'string'}),
    defineField({name: 'zone', title: 'Time zone', type: 'string'}),
    defineField({
      name: 'payments',
      type: 'object',
      fields: [
        defineField({name: 'account', title: 'Stripe account', type: 'string'}),
        defineField({name: 'country', type: 'string'}),
        defineField({name: 'currency', type: 'string'}),
      ],
    }),
  ],
  preview: {select: {title: 'title', subtitle: 'payments.account'}},
})

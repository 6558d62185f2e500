import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from 'sanity'

export const member = defineType({
  name: 'member',
  title: 'Member',
  type: 'document',
  icon: UserIcon,
  fields: [
    defineField({name: 'fullName', type: 'string'}),
    defineField({name: 'mail', type: 'string'}),
    defineField({name: 'authId', title: 'Login', type: 'string', readOnly: true}),
    defineField({name: 'status', type: 'string', options: {list: ['active', 'left']}}),
    defineField({name: 'kind', type: 'string'}),
    defineField({name: 'school', type: 'reference', to: [{type: 'danceSchool'}]}),
  ],
  preview: {select: {title: 'fullName', subtitle: 'mail'}},
})

import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from 'sanity'

/** Whoever has signed in on the platform's site, mostly a student. */
export const user = defineType({
  name: 'user',
  title: 'Student',
  type: 'document',
  icon: UserIcon,
  fields: [
    defineField({name: 'name', type: 'string'}),
    defineField({name: 'firstName', type: 'string'}),
    defineField({name: 'lastName', type: 'string'}),
    defineField({name: 'email', type: 'string'}),
    defineField({name: 'clerkId', title: 'Clerk id', type: 'string'}),
    defineField({
      name: 'role',
      type: 'string',
      // No list: `pending` and `user` occur in data, and a form that offers five of them would hide the rest.
    }),
    defineField({name: 'tenant', title: 'School', type: 'reference', to: [{type: 'tenant'}]}),
    defineField({name: 'isActive', title: 'Active', type: 'boolean'}),
    defineField({name: 'createdAt', type: 'datetime', readOnly: true}),
    defineField({name: 'updatedAt', type: 'datetime', readOnly: true}),
  ],
  preview: {select: {title: 'name', subtitle: 'email'}},
})

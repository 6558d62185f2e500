import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineArrayMember, defineField, defineType} from 'sanity'

export const lesson = defineType({
  name: 'lesson',
  title: 'Lesson',
  type: 'document',
  icon: CalendarIcon,
  fields: [
    defineField({name: 'title', type: 'string'}),
    defineField({name: 'starts', type: 'datetime'}),
    defineField({name: 'cancelled', type: 'boolean'}),
    defineField({name: 'school', type: 'reference', to: [{type: 'danceSchool'}]}),
    defineField({
      name: 'attendees',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'object',
          fields: [
            defineField({name: 'member', type: 'reference', to: [{type: 'member'}]}),
            defineField({name: 'kind', type: 'string'}),
            defineField({name: 'at', type: 'datetime'}),
          ],
        }),
      ],
    }),
  ],
  preview: {select: {title: 'title', subtitle: 'starts'}},
})

import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineArrayMember, defineField, defineType} from 'sanity'

/** One class on one day, with whoever booked it. */
export const classInstance = defineType({
  name: 'classInstance',
  title: 'Class',
  type: 'document',
  icon: CalendarIcon,
  fields: [
    defineField({name: 'title', type: 'string'}),
    defineField({name: 'tenant', title: 'School', type: 'reference', to: [{type: 'tenant'}]}),
    defineField({name: 'date', type: 'datetime'}),
    defineField({name: 'capacity', type: 'number'}),
    defineField({name: 'isCancelled', type: 'boolean'}),
    defineField({
      name: 'bookings',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'object',
          name: 'booking',
          fields: [
            defineField({name: 'student', type: 'reference', to: [{type: 'user'}]}),
            defineField({name: 'bookingType', type: 'string'}),
            defineField({name: 'bookingTime', type: 'datetime'}),
          ],
          preview: {select: {title: 'student.name', subtitle: 'bookingType'}},
        }),
      ],
    }),
  ],
  preview: {select: {title: 'title', subtitle: 'date'}},
})

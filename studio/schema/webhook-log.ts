import {PlugIcon} from '@sanity/icons/Plug'
import {defineField, defineType} from 'sanity'

/** What the platform's own webhook noted about an event: one document when it began, one when it ended. */
export const webhookLog = defineType({
  name: 'webhookLog',
  title: 'Webhook log',
  type: 'document',
  icon: PlugIcon,
  readOnly: true,
  fields: [
    defineField({name: 'eventType', type: 'string'}),
    defineField({name: 'eventId', type: 'string'}),
    defineField({name: 'status', type: 'string', options: {list: ['processing', 'success', 'error']}}),
    defineField({
      name: 'details',
      type: 'object',
      fields: [
        defineField({name: 'sessionId', type: 'string'}),
        defineField({name: 'account', type: 'string'}),
        defineField({name: 'error', type: 'text', rows: 3}),
      ],
    }),
    defineField({name: 'timestamp', type: 'datetime'}),
  ],
  orderings: [{name: 'newest', title: 'Newest', by: [{field: 'timestamp', direction: 'desc'}]}],
  preview: {
    select: {title: 'eventType', status: 'status', at: 'timestamp'},
    prepare: ({title, status, at}) => ({title, subtitle: `${status} · ${at}`}),
  },
})

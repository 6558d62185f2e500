import {HomeIcon} from '@sanity/icons/Home'
import {defineField, defineType} from 'sanity'

/** A school of the platform. */
export const tenant = defineType({
  name: 'tenant',
  title: 'School',
  type: 'document',
  icon: HomeIcon,
  fields: [
    defineField({name: 'schoolName', type: 'string', validation: (rule) => rule.required()}),
    defineField({name: 'slug', type: 'slug', options: {source: 'schoolName'}}),
    defineField({name: 'status', type: 'string', options: {list: ['active', 'pending', 'suspended']}}),
    defineField({name: 'ownerId', type: 'string', readOnly: true}),
    defineField({name: 'contactEmail', type: 'string'}),
    defineField({
      name: 'settings',
      type: 'object',
      description:
        'The zone and currency here are defaults of the sign-up form. Charging uses the account’s.',
      fields: [
        defineField({name: 'timezone', type: 'string'}),
        defineField({name: 'currency', type: 'string'}),
        defineField({name: 'allowPublicRegistration', type: 'boolean'}),
        defineField({name: 'requireApproval', type: 'boolean'}),
      ],
    }),
    defineField({
      name: 'stripeConnect',
      title: 'Stripe account',
      type: 'object',
      fields: [
        defineField({name: 'accountId', type: 'string'}),
        defineField({name: 'accountStatus', type: 'string'}),
        defineField({name: 'onboardingCompleted', type: 'boolean'}),
        defineField({name: 'chargesEnabled', type: 'boolean'}),
        defineField({name: 'payoutsEnabled', type: 'boolean'}),
        defineField({name: 'country', type: 'string'}),
        defineField({name: 'currency', type: 'string'}),
        defineField({name: 'applicationFeePercent', type: 'number'}),
        defineField({name: 'connectedAt', type: 'datetime'}),
        defineField({name: 'lastSyncAt', type: 'datetime'}),
      ],
    }),
  ],
  preview: {select: {title: 'schoolName', subtitle: 'stripeConnect.accountId'}},
})

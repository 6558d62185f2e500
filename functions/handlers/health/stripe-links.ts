import {NEEDED_EVENTS} from '../../../plugin/core/contract/webhook-events.ts'
import {NEEDED_PERMISSIONS} from '../../../plugin/core/contract/stripe-permissions.ts'

const DASHBOARD = 'https://dashboard.stripe.com'

/** Where in Stripe's dashboard something can be mended, of real money or of test money. */
export function stripeLinks(live: boolean) {
  const place = (path: string, account: string | null = null): string =>
    [DASHBOARD, account, live ? null : 'test', path].filter((part) => part !== null).join('/')
  return {
    /** A new restricted key with just what the function reads, on the platform and on the schools' accounts. */
    key: (): string => {
      const query = new URLSearchParams({name: 'Passes (read only)'})
      for (const permission of NEEDED_PERMISSIONS) query.append('permissions[]', permission)
      for (const permission of NEEDED_PERMISSIONS) query.append('connectPermissions[]', permission)
      return `${place('apikeys/create')}?${query.toString()}`
    },
    newEndpoint: (): string => `${place('webhooks/create')}?events=${NEEDED_EVENTS.join('%2C')}`,
    endpoint: (id: string): string => place(`webhooks/${id}`),
    account: (account: string): string => place(`connect/accounts/${account}`),
    events: (account: string): string => place('events', account),
  }
}
export type StripeLinks = ReturnType<typeof stripeLinks>

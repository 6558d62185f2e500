import type Stripe from 'stripe'
import {mayReach, unreachable} from '../access.ts'
import {createdRange, reserved, type FilterTable} from '../filters.ts'
import {page} from '../page.ts'
import {refuseUnknown} from '../parameters.ts'
import type {Call, Route} from '../route.ts'

const filters = {
  created: createdRange,
  ending_before: reserved,
  expand: reserved,
  limit: reserved,
  starting_after: reserved,
} satisfies FilterTable<{created: number}, Stripe.AccountListParams>

const own: Route = {
  method: 'GET',
  path: '/v1/account',
  permission: 'accounts_kyc_basic_read',
  answer(call) {
    refuseUnknown(call.parameters, ['expand'])
    return accountOf(call, call.access.account)
  },
}

const one: Route = {
  method: 'GET',
  path: '/v1/accounts/:id',
  permission: 'accounts_kyc_basic_read',
  answer(call) {
    refuseUnknown(call.parameters, ['expand'])
    return accountOf(call, call.id)
  },
}

const connected: Route = {
  method: 'GET',
  path: '/v1/accounts',
  permission: 'accounts_kyc_basic_read',
  answer({store, access, parameters}) {
    refuseUnknown(parameters, Object.keys(filters))
    const passes =
      parameters['created'] === undefined ? undefined : createdRange(parameters['created'], 'created')
    const items = [...store.accounts.values()]
      .filter(
        (seed) => seed.platform === access.account && mayReach(store, {...access, account: seed.account.id}),
      )
      .map((seed) => seed.account)
      .sort((a, b) => (b.created ?? 0) - (a.created ?? 0))
    return page({
      items,
      matches: (account) => passes?.({created: account.created ?? 0}) ?? true,
      parameters,
      noun: 'account',
      url: '/v1/accounts',
    })
  },
}

function accountOf({store, access}: Call, id: string): Stripe.Account {
  const seed = store.accounts.get(id)
  if (seed === undefined || !mayReach(store, {...access, account: id})) throw unreachable(access.key, id)
  return seed.account
}

export const accountRoutes: readonly Route[] = [own, one, connected]

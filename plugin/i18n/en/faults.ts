import type {FaultCode} from '../../core/contract/fault.ts'

type Sentences = Record<`fault.${FaultCode}.title` | `fault.${FaultCode}.action`, string>

const byCode = {
  'fault.invalid_request.title': 'The function did not understand this request',
  'fault.invalid_request.action':
    'Reload the page. If it stays, tell whoever runs the function, with the request id.',
  'fault.unauthenticated.title': 'Your sign-in has ended',
  'fault.unauthenticated.action': 'Reload the page and sign in again. Nothing was written.',
  'fault.forbidden.title': 'You may not do this for this school',
  'fault.forbidden.action':
    'Ask an administrator of the school to do it, or to give you the right to. Nothing was written.',
  'fault.not_found.title': 'It is no longer there',
  'fault.not_found.action': 'It was removed meanwhile, or belongs to another school. Read again.',
  'fault.plan_changed.title': 'Something changed since you looked',
  'fault.plan_changed.action': 'Nothing was written. Look at what would be written now, then confirm.',
  'fault.already_repaired.title': 'Somebody has already done this',
  'fault.already_repaired.action': 'Nothing was written a second time. Read again to see it.',
  'fault.used_since.title': 'The pass was used or edited since',
  'fault.used_since.action': 'It is left as it is. Open the pass to change it by hand.',
  'fault.draft_conflict.title': 'The pass has an unpublished edit',
  'fault.draft_conflict.action': 'Nothing was written. Publish or discard the edit first.',
  'fault.payload_too_large.title': 'That is too much for one request',
  'fault.payload_too_large.action': 'Choose a shorter period.',
  'fault.not_repairable.title': 'This cannot be done as it stands',
  'fault.not_repairable.action': 'Nothing was written. Open the details to see what stands in the way.',
  'fault.account_unreadable.title': 'The school’s Stripe account cannot be read',
  'fault.account_unreadable.action':
    'So nothing can be said about payments. Check that the function’s Stripe key belongs to the platform that {{account}} is connected to, live or test alike.',
  'fault.contract_mismatch.title': 'Studio and function are of different versions',
  'fault.contract_mismatch.action':
    'Deploy both from the same version of sanity-plugin-stripe-passes, then reload.',
  'fault.rate_limited.title': 'Too many requests at once',
  'fault.rate_limited.action': 'Wait a minute and try again. Nothing is lost.',
  'fault.misconfigured.title': 'The function is not set up completely',
  'fault.misconfigured.action': 'Whoever runs the function has to mend its settings: {{setting}}',
  'fault.internal.title': 'The function failed',
  'fault.internal.action':
    'That is a bug. Tell whoever runs the function, with the request id: it is in the log.',
  'fault.stripe_unavailable.title': 'Stripe does not answer',
  'fault.stripe_unavailable.action': 'Try again in a minute, or see status.stripe.com. Nothing is lost.',
  'fault.lake_unavailable.title': 'Sanity’s Content Lake does not answer',
  'fault.lake_unavailable.action': 'Try again in a minute, or see www.sanity-status.com. Nothing is lost.',
  'fault.jobs_unavailable.title': 'The database of the jobs does not answer',
  'fault.jobs_unavailable.action': 'Tell whoever runs the function. Nothing is lost: it goes on from there.',
  'fault.bad_response.title': 'Something else than the function answered',
  'fault.bad_response.action':
    'Check that the option “endpoint” in sanity.config.ts is where the function runs.',
  'fault.unreachable.title': 'The function cannot be reached',
  'fault.unreachable.action':
    'Check that it runs at {{endpoint}} and that its setting ALLOWED_ORIGINS names {{origin}}, then try again.',
} as const satisfies Sentences

export const faults = {
  ...byCode,
  'fault.documents_differ.title': 'Studio and function were told different names of your documents',
  'fault.documents_differ.action':
    'Give both the same value as “documents”, deploy both from the same version of the plugin, then reload. Nothing is written until then.',
  'fault.no_token.title': 'This Studio has no sign-in token to send',
  'fault.no_token.action': 'Set {{setting}} in sanity.config.ts, then sign in again.',
  'fault.no_setting': 'see its log',
  'fault.no_account': 'the school’s account',
  'fault.unknown.title': 'Something failed that nobody expected',
  'fault.unknown.action': 'Reload the page. If it stays, tell whoever maintains the plugin what it says.',
  'fault.not_loaded.title': 'This part of the screen did not load',
  'fault.not_loaded.action':
    'The network is away, or the Studio was updated since you opened it. Reload the page to go on.',
  'fault.try_again': 'Try again',
  'fault.reload_page': 'Reload the page',
  'fault.reload': 'Reload and sign in',
  'fault.request_id': 'Request id {{id}}',
  'fault.technical': 'Technical detail',
  'fault.old_since': 'What you see is from {{time}}.',
} as const

import type {EventOutcome} from '../contract/event-outcome.ts'
import type {NeededEvent} from '../contract/webhook-events.ts'
import type {CheckId, CheckState, Finding, Remedy, WhyUnknown} from '../contract/finding.ts'

/**
 * What Health says, in English: read by the screen through `i18n`, and by `stripe-passes doctor` as it is. What stands
 * in `{{…}}` are a finding's facts.
 */
const checks = {
  'health.check.settings': 'Settings of the function',
  'health.check.mode': 'Real money',
  'health.check.dataset': 'Privacy of the dataset',
  'health.check.robot_token': 'Right to write to Sanity',
  'health.check.documents': 'Names of your documents',
  'health.check.schools': 'Schools in the settings',
  'health.check.school_account': 'The school’s Stripe account',
  'health.check.account': 'Access to the account',
  'health.check.permissions': 'Permissions of the Stripe key',
  'health.check.charges': 'Taking payments',
  'health.check.endpoint': 'Webhook endpoint',
  'health.check.endpoint_host': 'Where the endpoint is',
  'health.check.endpoint_enabled': 'Endpoint switched on',
  'health.check.endpoint_connect': 'Endpoint hears the schools',
  'health.check.endpoint_events': 'Events that it hears',
  'health.check.endpoint_single': 'Told once',
  'health.check.endpoint_redirect': 'Answer at its address',
  'health.check.secrets': 'Webhook secret',
  'health.check.signatures': 'Signatures',
  'health.check.deliveries': 'Deliveries',
  'health.check.failures': 'Failures of the webhook',
  'health.check.last_success': 'Last success of the webhook',
  'health.check.writers': 'Who grants passes',
  'health.check.sync': 'Scheduled check',
  'health.check.pass_types': 'Kinds of the passes on sale',
  'health.check.pass_validities': 'Validity of the passes on sale',
  'health.check.pass_limits': 'Number of classes',
  'health.check.pass_dates': 'End dates',
  'health.check.pass_names': 'Names of the passes',
  'health.check.sales': 'Sales with their pass',
  'health.check.alerts': 'Alerts',
} as const satisfies Record<`health.check.${CheckId}`, string>

const states = {
  'health.state.ok': 'In order',
  'health.state.warning': 'Worth a look',
  'health.state.failing': 'Needs mending',
  'health.state.unknown': 'Can’t tell',
} as const satisfies Record<`health.state.${CheckState}`, string>

const findings = {
  'health.finding.settings_right': 'Every setting that is needed is there and has the right form.',
  'health.finding.settings_wrong': 'Missing or of the wrong form: {{settings}}.',
  'health.finding.mode_live': 'The key is for real money.',
  'health.finding.mode_test':
    'These are test payments. Nothing here says anything about real money, however good it looks.',
  'health.finding.mode_mixed':
    'Stripe answers with payments of the other mode than the settings say: {{settings}}.',
  'health.finding.dataset_private': 'Nobody reads it without signing in.',
  'health.finding.dataset_public':
    'Anybody on the internet can read it without signing in, students’ names and emails too.',
  'health.finding.token_writes': 'A dry run went through: the function’s token may write what repairs need.',
  'health.finding.token_cannot_write':
    'The function’s token may read, but not write. No repair by itself will work.',
  'health.finding.documents_platform': 'Documents are looked for under the platform’s names.',
  'health.finding.documents_named': 'Under your own names there are documents.',
  'health.finding.documents_not_named':
    'No document has these, so passes may be looked for where none are: {{missing}}.',
  'health.finding.schools_there': 'Settings name no school that is not there.',
  'health.finding.schools_not_there': 'There is no school with such an id: {{missing}}.',
  'health.finding.token_refused': 'Sanity refuses the function’s token.',
  'health.finding.account_own': '{{account}} is this school’s, and no other school’s.',
  'health.finding.account_absent': 'This school has no connected Stripe account, so no payment can be found.',
  'health.finding.account_claimed_twice':
    'Two schools claim {{account}}. Until it is said whose it is, nothing is said about its payments.',
  'health.finding.account_readable': 'The key reads the payments of {{account}}.',
  'health.finding.account_unreadable':
    'The key cannot read {{account}}. It belongs to another platform, is of the other mode, or the school has left.',
  'health.finding.key_refused': 'Stripe refuses the key: it is wrong, has expired, or was replaced.',
  'health.finding.permissions_enough': 'Everything that was asked for could be read.',
  'health.finding.permissions_missing': 'The key lacks: {{permissions}}.',
  'health.finding.charges_enabled': 'The account may take payments.',
  'health.finding.charges_disabled': 'The account may not take payments, so nobody can buy a pass.',
  'health.finding.endpoint_present': 'Stripe tells {{endpoints}} of sales.',
  'health.finding.endpoint_missing': 'Stripe tells nobody of sales: no endpoint hears of them.',
  'health.finding.host_known': 'It is at {{hosts}}, as it should be.',
  'health.finding.host_also_other': 'Stripe also tells {{hosts}} of sales, which is none of {{known}}.',
  'health.finding.host_other': 'Stripe tells {{hosts}} of sales, and none of {{known}}.',
  'health.finding.endpoint_enabled': 'It is on.',
  'health.finding.endpoint_disabled':
    'It is off: {{endpoints}}. Stripe switches an endpoint off by itself after days of failures.',
  'health.finding.endpoint_connect': 'It hears the sales of all connected schools.',
  'health.finding.endpoint_not_connect':
    '{{endpoints}} hears the platform’s own account only. Sales happen on the schools’ accounts, so it hears none.',
  'health.finding.events_all': 'It hears everything that passes depend on.',
  'health.finding.events_some_missing': 'It hears of sales, but not of: {{events}}.',
  'health.finding.events_missing': 'It does not hear of sales. Missing: {{events}}.',
  'health.finding.endpoint_single': 'No address stands there twice.',
  'health.finding.endpoint_duplicate': '{{endpoints}} stands there twice, so every sale is told twice.',
  'health.finding.endpoint_answers': '{{endpoints}} answers where it is.',
  'health.finding.endpoint_redirects':
    '{{endpoints}} sends visitors on to another address ({{statuses}}). Stripe does not follow, and takes it for a failure.',
  'health.finding.endpoint_unencrypted': '{{endpoints}} is not encrypted. Stripe needs https for real money.',
  'health.finding.endpoint_silent': 'Nobody answers at {{endpoints}}.',
  'health.finding.endpoint_private':
    '{{endpoints}} is an address inside a network. Stripe cannot reach it, and no request was sent there.',
  'health.finding.secrets_proven': 'A real delivery was verified with it, last {{lastAt}}.',
  'health.finding.secrets_unset': 'No webhook secret is set, so the function’s own webhook takes nothing.',
  'health.finding.secrets_unproven_one': 'One secret has never been proven by a real delivery.',
  'health.finding.secrets_unproven_other': '{{count}} secrets have never been proven by a real delivery.',
  'health.finding.signatures_right': 'Every delivery of the last days could be verified.',
  'health.finding.signatures_some_failing':
    'Some deliveries could not be verified, the last {{lastAt}}, though others could: another endpoint’s secret is missing, or a stranger tries.',
  'health.finding.signatures_failing':
    'Deliveries cannot be verified, the last {{lastAt}}. Nothing that they told was believed.',
  'health.finding.signatures_out_of_time':
    'Deliveries were signed for another time, the last {{lastAt}}: a clock is wrong, or somebody sends old ones again.',
  'health.finding.deliveries_done': 'Everything that Stripe told of was taken.',
  'health.finding.deliveries_pending_one':
    'One of the last {{of}} events has not been taken, since {{oldestAt}}.',
  'health.finding.deliveries_pending_other':
    '{{count}} of the last {{of}} events have not been taken, the oldest since {{oldestAt}}.',
  'health.finding.failures_none': 'None in the last days.',
  'health.finding.failures_some_one': 'One event of the last days could not be dealt with.',
  'health.finding.failures_some_other': '{{count}} events of the last days could not be dealt with.',
  'health.finding.success_recent': 'It last did its work {{lastAt}}.',
  'health.finding.success_never': 'It has not been seen to work yet.',
  'health.finding.success_overdue': 'It last worked {{lastAt}}, and passes were sold since.',
  'health.finding.writes_alone': 'This function grants passes by itself, and nobody else does.',
  'health.finding.writes_off': 'This function’s webhook only notes what it hears.',
  'health.finding.writes_twice':
    'This function grants passes by itself, and another webhook was at work {{lastAt}}. Both may grant one sale.',
  'health.finding.sync_recent': 'It last ran {{lastAt}}.',
  'health.finding.sync_never': 'It has never run. What a webhook misses is then found by nobody.',
  'health.finding.sync_overdue': 'It last ran {{lastAt}}, and should have run again.',
  'health.finding.sync_failed': 'The last run, {{lastAt}}, did not get through: {{code}}.',
  'health.finding.types_grantable': 'Every pass on sale is of a kind that can be granted.',
  'health.finding.type_not_grantable_one': 'Of a kind that nothing can grant: {{passes}}.',
  'health.finding.type_not_grantable_other': 'Of kinds that nothing can grant: {{passes}}.',
  'health.finding.validities_set': 'Every pass on sale says how long it is valid.',
  'health.finding.validity_absent_one': 'Does not say how long it is valid: {{passes}}.',
  'health.finding.validity_absent_other': 'Do not say how long they are valid: {{passes}}.',
  'health.finding.limits_set': 'Every pass that counts classes says how many.',
  'health.finding.limit_absent_one': 'Counts classes and does not say how many: {{passes}}.',
  'health.finding.limit_absent_other': 'Count classes and do not say how many: {{passes}}.',
  'health.finding.dates_ahead': 'No pass on sale has ended already.',
  'health.finding.date_past_one': 'On sale, though its end date is past: {{passes}}.',
  'health.finding.date_past_other': 'On sale, though their end date is past: {{passes}}.',
  'health.finding.names_unique': 'No two passes have the same name.',
  'health.finding.name_ambiguous_one': 'Has the same name as another pass: {{passes}}.',
  'health.finding.name_ambiguous_other': 'Have the same name: {{passes}}.',
  'health.finding.sales_none': 'No pass was sold in the last {{days}} days.',
  'health.finding.sales_granted_one': 'The one sale of the last {{days}} days has its pass.',
  'health.finding.sales_granted_other': 'All {{count}} sales of the last {{days}} days have their pass.',
  'health.finding.sales_missing_one': 'One of {{paid}} sales of the last {{days}} days has no pass.',
  'health.finding.sales_missing_other': '{{count}} of {{paid}} sales of the last {{days}} days have no pass.',
  'health.finding.alerts_on': 'When something goes wrong, a message is sent.',
  'health.finding.alerts_off': 'Nobody is told when something goes wrong.',
} as const satisfies Partial<Record<`health.finding.${Finding}${'' | '_one' | '_other'}`, string>>

const unknown = {
  'health.why.no_account': 'The school has no connected account.',
  'health.why.claimed_twice': 'Two schools claim the account.',
  'health.why.account_unreadable': 'The key cannot read the account.',
  'health.why.permission': 'The key lacks the permission {{permission}}.',
  'health.why.key_refused': 'Stripe refuses the key.',
  'health.why.rate_limited': 'Too much was asked at once.',
  'health.why.stripe_unavailable': 'Stripe did not answer.',
  'health.why.lake_unavailable': 'Sanity did not answer.',
  'health.why.token_refused': 'Sanity refuses the function’s token.',
  'health.why.settings': 'The settings are not right: {{settings}}.',
  'health.why.no_endpoint': 'There is no endpoint.',
  'health.why.too_many_endpoints': 'There are more endpoints than were looked at.',
  'health.why.not_told_by_stripe': 'Stripe’s lists do not say it of {{endpoints}}.',
  'health.why.no_hosts': 'Nobody has said which hosts are the school’s own. Endpoints are at: {{hosts}}.',
  'health.why.no_webhook': 'The function’s own webhook is not in use.',
  'health.why.administrators_only': 'A request is sent to the endpoint for administrators only.',
} as const satisfies Record<`health.why.${WhyUnknown}`, string>

const remedies = {
  'health.remedy.mend_settings': 'Whoever runs the function sets them, then deploys it again.',
  'health.remedy.look_at_live':
    'Look again with the live key and LIVE=true before you trust it with real payments.',
  'health.remedy.make_private': 'Make the dataset private: sanity dataset visibility set <dataset> private.',
  'health.remedy.give_role': 'Give the token in {{setting}} the role Editor, or make a new one that has it.',
  'health.remedy.renew_token': 'Make a new token with the role Editor and set it as {{setting}}.',
  'health.remedy.mend_documents':
    'Put the names right in “documents”, for the function and the Studio alike. Grant nothing until then.',
  'health.remedy.mend_schools':
    'A school goes by the id of its document, not by its name or slug: put it right, or take it out.',
  'health.remedy.connect_account': 'Connect the school to Stripe, or name its account in SCHOOL_ACCOUNTS.',
  'health.remedy.pin_account': 'Say in SCHOOL_ACCOUNTS which school the account belongs to.',
  'health.remedy.check_key':
    'Set {{setting}} to a key of the platform that the school is connected to, live or test as LIVE says.',
  'health.remedy.renew_key': 'Make a new restricted key and set it as {{setting}}.',
  'health.remedy.add_permissions': 'Make a restricted key with these permissions and set it as {{setting}}.',
  'health.remedy.finish_onboarding': 'Give Stripe what it still asks of the school.',
  'health.remedy.create_endpoint':
    'Make an endpoint in Stripe that listens to connected accounts, with your webhook’s address.',
  'health.remedy.move_endpoint':
    'Change the endpoint’s address in Stripe, or name the host in WEBHOOK_HOSTS if it is right.',
  'health.remedy.set_hosts': 'Name the hosts of your webhooks in WEBHOOK_HOSTS.',
  'health.remedy.enable_endpoint': 'Mend what made it fail, then switch it on again in Stripe.',
  'health.remedy.hear_connected':
    'Make a new endpoint that listens to connected accounts. An old one cannot be changed to do so.',
  'health.remedy.add_events': 'Add these events to the endpoint in Stripe.',
  'health.remedy.remove_duplicate': 'Keep one of them and remove the others in Stripe.',
  'health.remedy.end_redirect':
    'Give the endpoint in Stripe the address where visitors end up, often with or without www.',
  'health.remedy.check_address':
    'Check the endpoint’s address in Stripe: it must be public, begin with https and be answered.',
  'health.remedy.ask_administrator': 'Ask an administrator of the Sanity project to open this page.',
  'health.remedy.send_again':
    'Mend the endpoint, then send the events again from Stripe. What is missing meanwhile stands under Mismatches.',
  'health.remedy.mend_pass': 'Open the pass and complete it, or take it off sale.',
  'health.remedy.rename_pass': 'Give each pass a name of its own.',
  'health.remedy.repair_missing': 'Open Mismatches and grant what is missing.',
  'health.remedy.set_secrets':
    'Copy the endpoint’s signing secret from Stripe into {{setting}}, if this function is to hear of sales.',
  'health.remedy.check_secrets':
    'Compare {{setting}} with the signing secrets in Stripe. Each endpoint has one of its own.',
  'health.remedy.check_clock': 'Set the clock of the machine that the function runs on.',
  'health.remedy.prove_secret': 'Buy a cheap pass yourself and watch it arrive here.',
  'health.remedy.look_at_failures':
    'Mend the cause. Whatever was paid without a pass stands under Mismatches.',
  'health.remedy.let_one_write': 'Set WEBHOOK_WRITES=off, or switch the other webhook off.',
  'health.remedy.schedule_sync': 'Have the scheduler call the function’s sync, every night at least.',
  'health.remedy.look_at_sync':
    'Mend what this page says about the account and the settings; the next run tries again.',
  'health.remedy.set_alerts': 'Set {{setting}} to a Slack-compatible address.',
  'health.remedy.try_again': 'Try again in a minute.',
} as const satisfies Record<`health.remedy.${Remedy}`, string>

/** What Stripe tells of, by its type. */
const events = {
  'health.event.checkout.session.completed': 'Paid',
  'health.event.checkout.session.async_payment_succeeded': 'Paid later',
  'health.event.charge.refunded': 'Given back',
  'health.event.charge.dispute.closed': 'Dispute closed',
} as const satisfies Record<`health.event.${NeededEvent}`, string>

const outcomes = {
  'health.outcome.granted': 'Pass granted',
  'health.outcome.in_transit': 'On its way',
  'health.outcome.not_granted': 'No pass',
  'health.outcome.pending': 'Not delivered, no pass',
  'health.outcome.no_sale': 'No sale of a pass',
} as const satisfies Record<`health.outcome.${EventOutcome}`, string>

export const healthWords = {
  ...checks,
  ...states,
  ...findings,
  ...unknown,
  ...remedies,
  ...events,
  ...outcomes,
} as const

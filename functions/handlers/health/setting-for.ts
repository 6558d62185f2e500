import type {Remedy} from '../../../plugin/core/contract/finding.ts'

const SETTING: Partial<Record<Remedy, string>> = {
  give_role: 'SANITY_WRITE_TOKEN',
  renew_token: 'SANITY_WRITE_TOKEN',
  check_key: 'STRIPE_SECRET_KEY',
  renew_key: 'STRIPE_SECRET_KEY',
  add_permissions: 'STRIPE_SECRET_KEY',
  set_secrets: 'STRIPE_WEBHOOK_SECRETS',
  check_secrets: 'STRIPE_WEBHOOK_SECRETS',
  set_alerts: 'ALERT_WEBHOOK_URL',
}

/** The secret setting that a remedy is about; null where it is about none. */
export function settingFor(remedy: Remedy | null): string | null {
  return remedy === null ? null : (SETTING[remedy] ?? null)
}

import type Stripe from 'stripe'
import {enterSession} from '../enter-session.ts'
import {checkoutSession, type SoldItem} from '../objects/checkout-session.ts'
import {hashOf, integerOf, listOf, refuseUnknown, textOf, type Parameters} from '../parameters.ts'
import {refuseUncarried, uncarried} from '../refuse-uncarried.ts'
import type {Route} from '../route.ts'
import {badRequest} from '../stripe-fault.ts'

/** Whether the local Stripe carries a parameter of the SDK's own type, so that none is missed in silence. */
const parameters = {
  adaptive_pricing: false,
  after_expiration: false,
  allow_promotion_codes: false,
  allowed_payment_method_types: false,
  automatic_tax: false,
  billing_address_collection: false,
  branding_settings: false,
  cancel_url: true,
  client_reference_id: true,
  consent_collection: false,
  currency: false,
  custom_fields: false,
  custom_text: false,
  customer: false,
  customer_account: false,
  customer_creation: false,
  customer_email: true,
  customer_update: false,
  discounts: false,
  excluded_payment_method_types: false,
  expand: true,
  expires_at: true,
  integration_identifier: false,
  invoice_creation: false,
  line_items: true,
  locale: true,
  managed_payments: false,
  metadata: true,
  mode: true,
  name_collection: false,
  optional_items: false,
  origin_context: false,
  payment_intent_data: false,
  payment_method_collection: false,
  payment_method_configuration: false,
  payment_method_data: false,
  payment_method_options: false,
  permissions: false,
  phone_number_collection: false,
  redirect_on_completion: false,
  return_url: false,
  saved_payment_method_options: false,
  setup_intent_data: false,
  shipping_address_collection: false,
  shipping_options: false,
  submit_type: false,
  subscription_data: false,
  success_url: true,
  tax_id_collection: false,
  ui_mode: false,
  wallet_options: false,
} satisfies Record<keyof Stripe.Checkout.SessionCreateParams, boolean>

/** Opens a checkout for inline prices, which is the only way that schools sell. */
export const createCheckoutSession: Route = {
  method: 'POST',
  path: '/v1/checkout/sessions',
  permission: 'checkout_session_write',
  answer({parameters: given, books, ids, now}) {
    refuseUnknown(given, Object.keys(parameters))
    refuseUncarried(given, parameters)
    const mode = textOf(given['mode'], 'mode') ?? 'payment'
    if (mode !== 'payment') throw uncarried(`mode=${mode}`)
    const {items, currency} = itemsOf(given)
    const email = textOf(given['customer_email'], 'customer_email') ?? null
    const session = checkoutSession(
      {
        account: books.account,
        createdAt: now,
        livemode: books.livemode,
        status: 'open',
        amount: items.reduce((sum, item) => sum + item.amount * (item.quantity ?? 1), 0),
        currency,
        items,
        metadata: metadataOf(given['metadata'], 'metadata'),
      },
      ids,
    )
    return enterSession(books, {
      ...session,
      cancel_url: textOf(given['cancel_url'], 'cancel_url') ?? null,
      client_reference_id: textOf(given['client_reference_id'], 'client_reference_id') ?? null,
      customer_email: email,
      expires_at: integerOf(given['expires_at'], 'expires_at') ?? now + 86_400,
      locale: textOf(given['locale'], 'locale') ?? null,
      success_url: textOf(given['success_url'], 'success_url') ?? null,
    })
  },
}

function itemsOf(given: Parameters): {items: SoldItem[]; currency: string} {
  const lines = listOf(given['line_items'], 'line_items') ?? []
  if (lines.length === 0) {
    throw badRequest('You must provide at least one line item.', {
      param: 'line_items',
      code: 'parameter_missing',
    })
  }
  let currency = 'nok'
  const items = lines.map((each, index) => {
    const param = `line_items[${index}]`
    const line = hashOf(each, param) ?? {}
    refuseUnknown(line, ['price_data', 'quantity', 'metadata'], param)
    const data = hashOf(line['price_data'], `${param}[price_data]`) ?? {}
    refuseUnknown(data, ['currency', 'product_data', 'unit_amount', 'tax_behavior'], `${param}[price_data]`)
    const sold = hashOf(data['product_data'], `${param}[price_data][product_data]`) ?? {}
    const name = textOf(sold['name'], 'name')
    if (name === undefined) {
      throw badRequest(`Missing required param: ${param}[price_data][product_data][name].`, {
        code: 'parameter_missing',
        param: `${param}[price_data][product_data][name]`,
      })
    }
    currency = (textOf(data['currency'], 'currency') ?? currency).toLowerCase()
    return {
      description: name,
      amount: integerOf(data['unit_amount'], `${param}[price_data][unit_amount]`) ?? 0,
      quantity: integerOf(line['quantity'], `${param}[quantity]`) ?? 1,
      metadata: metadataOf(sold['metadata'], `${param}[price_data][product_data][metadata]`),
    }
  })
  return {items, currency}
}

function metadataOf(value: Parameters[string] | undefined, param: string): Stripe.Metadata {
  const entries = Object.entries(hashOf(value, param) ?? {})
  return Object.fromEntries(entries.map(([name, text]) => [name, textOf(text, `${param}[${name}]`) ?? '']))
}

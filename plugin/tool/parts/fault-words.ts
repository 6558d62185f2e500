import type {Fault} from '../../core/contract/fault.ts'
import type {FirstTextKey} from '../../i18n/message-key.ts'
import type {FirstText} from '../../i18n/use-first-text.ts'

type Kind = Fault['code'] | 'no_token' | 'documents_differ' | 'not_loaded' | 'unknown'

export type FaultWords = {
  title: string
  action: string
  /** What the card's one button says. */
  button: string
  /** Whether that button reloads the page, because only that helps. */
  reload: boolean
  /** For whoever maintains it: the message and the request id. Null when there is nothing to add. */
  technical: string | null
}

/** Where loading the page anew is what helps. */
const BUTTONS: Partial<Record<Kind, FirstTextKey>> = {
  unauthenticated: 'fault.reload',
  not_loaded: 'fault.reload_page',
}

/** A fault in words: what it is and what to do about it. */
export function faultWords(fault: Fault, text: FirstText): FaultWords {
  const {detail, code, requestId, message} = fault
  const kind = kindOf(fault)
  const button = BUTTONS[kind]
  const id = requestId === null ? [] : [text('fault.request_id', {id: requestId})]
  return {
    title: text(`fault.${kind}.title`),
    action: text(`fault.${kind}.action`, {
      setting: detail['setting'] ?? detail['settings'] ?? text('fault.no_setting'),
      account: detail['account'] ?? text('fault.no_account'),
      endpoint: detail['endpoint'] ?? '',
      // As the setting ALLOWED_ORIGINS has to name it.
      origin: globalThis.origin,
    }),
    button: text(button ?? 'fault.try_again'),
    reload: button !== undefined,
    technical: [`${code}: ${message}`, ...id].join(' · '),
  }
}

function kindOf({code, detail}: Fault): Kind {
  if (code === 'contract_mismatch' && detail['differs'] === 'documents') return 'documents_differ'
  if (code === 'unauthenticated' && detail['setting'] !== undefined) return 'no_token'
  if (code !== 'internal' || detail['in'] !== 'browser') return code
  return detail['lacks'] === 'part' ? 'not_loaded' : 'unknown'
}

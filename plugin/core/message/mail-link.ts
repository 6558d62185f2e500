import type {StudentMessage} from '../contract/message.ts'

/** The address that opens a message in whatever sends mail; null where there is nobody to send it to. */
export function mailLink({to, subject, text}: StudentMessage): string | null {
  if (to === null) return null
  const body = encodeURIComponent(text.replaceAll('\n', '\r\n'))
  return `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${body}`
}

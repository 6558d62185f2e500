import type {inspector as en} from '../en/inspector.ts'

export const inspector: Record<keyof typeof en, string> = {
  'inspector.title': 'Kort og betalinger',
}

import type {start as en} from '../en/start.ts'

export const start: Record<keyof typeof en, string> = {
  'inspector.title': 'Kort og betalinger',
  'action.repair': 'Rett opp kortet',
  'action.reading': 'Betalinger og kort leses fortsatt.',
}

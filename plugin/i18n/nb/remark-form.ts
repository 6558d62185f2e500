import type {remarkForm as en} from '../en/remark-form.ts'

export const remarkForm: Record<keyof typeof en, string> = {
  'remark.add': 'Skriv et notat…',
  'remark.answer': 'Svar…',
  'remark.label': 'Et notat til kollegene dine',
  'remark.hint': 'Alle som har tilgang til skolen, kan lese det. Eleven kan ikke.',
  'remark.save': 'Lagre notatet',
  'remark.cancel': 'Avbryt',
  'remark.remove': 'Fjern',
  'remark.saved': 'Notert',
  'remark.wait': 'Venter på eleven',
  'remark.wait_no_more': 'Venter ikke lenger',
  'remark.waits_no_more': 'Venter ikke lenger på eleven',
  'remark.full_one': 'Her er det {{count}} notat, og ikke plass til flere. Fjern et først.',
  'remark.full_other': 'Her er det {{count}} notater, og ikke plass til flere. Fjern et først.',
}

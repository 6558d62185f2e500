import type {remark as en} from '../en/remark.ts'

export const remark: Record<keyof typeof en, string> = {
  'remark.title': 'Notater',
  'remark.waits': 'Venter på eleven',
  'remark.filter': 'Notater',
  'remark.filter.any': 'Med eller uten notat',
  'remark.filter.waiting': 'Venter på eleven',
  'remark.filter.noted': 'Med notat',
}

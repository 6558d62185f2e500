import type {RepairKind} from '../../core/contract/repair.ts'

const verbs = {
  'verb.grant': 'Grant pass',
  'verb.link': 'Link to existing pass',
  'verb.correct': 'Correct the pass',
  'verb.revoke': 'End the pass',
  'verb.complete_upgrade': 'Complete the upgrade',
  'verb.choose': 'Choose',
  'verb.mark_complimentary': 'Mark as complimentary',
  'verb.dismiss': 'Dismiss',
} as const satisfies Record<`verb.${RepairKind}`, string>

export const entry = {
  ...verbs,
  'verb.grant_classes_one': 'Grant {{count}}-class pass',
  'verb.grant_classes_other': 'Grant {{count}}-class pass',
  'verb.grant_unlimited': 'Grant unlimited pass',
  'verb.revoke_refunded': 'End refunded pass',
  'verb.revoke_extra': 'End the extra pass',
  'verb.choose_student': 'Choose the student',
  'verb.choose_pass': 'Choose the pass',
  'verb.choose_both': 'Choose student and pass',
  'verb.choose_start': 'Choose the dates',
  'entry.nobody': 'student not known',
  'entry.no_pass_named': 'pass not known',
  'entry.no_payment': 'no payment',
  'entry.why': 'Why',
  'entry.done': 'Done',
  'entry.session': 'Checkout',
  'entry.payment_intent': 'Payment id',
  'entry.repaired': '{{who}}, {{when}}',
} as const

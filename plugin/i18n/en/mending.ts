import type {MessageNote} from '../../core/contract/message.ts'

type State = Exclude<MessageNote['state'], 'told'> | `told_${MessageNote['channel']}`

const states = {
  'message.state.told_copy': 'Told: the text was copied, {{when}}',
  'message.state.told_mail': 'Told by mail, {{when}}',
  'message.state.told_webhook': 'Told by the school’s platform, {{when}}',
  'message.state.confirmed': 'Confirmed by the student, {{when}}',
  'message.state.sending': 'Handed to the school’s platform, {{when}}. Whether it was sent is not known.',
  'message.state.failed': 'The school’s platform could not send it, {{when}}',
  'message.state.held_back': 'Not sent, {{when}}: the school had sent enough that day',
} as const satisfies Record<`message.state.${State}`, string>

export const mending = {
  ...states,
  'repair.rivals_one':
    'Somebody else made a pass for the same payment meanwhile: it is listed as a duplicate.',
  'repair.rivals_other':
    'Others made {{count}} passes for the same payment meanwhile: they are listed as duplicates.',
  'repair.done': '{{verb}}: done',
  'repair.done_for': '{{student}} · {{pass}}',
  'undo.button': 'Undo',
  'undo.key': 'Key: z undoes',
  'undo.keys': 'Keys: t tells the student, z undoes',
  'undo.done': 'Undone: {{what}}',
  'message.tell': 'Tell the student…',
} as const

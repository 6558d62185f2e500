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

export const message = {
  ...states,
  'message.tell': 'Tell the student…',
  'message.title': 'Tell the student: {{whose}}',
  'message.to': 'To',
  'message.subject': 'Subject',
  'message.text': 'Message',
  'message.no_address': 'The student’s document has no address that mail can go to: copy the text instead.',
  'message.copy': 'Copy text',
  'message.copied': 'Copied',
  'message.copy_failed': 'The browser did not let the text be copied. Select it above instead.',
  'message.mail': 'Open in mail',
  'message.confirm': 'The student has confirmed',
  'message.no_record': 'This pass was not made here, so there is no record to note it on.',
} as const

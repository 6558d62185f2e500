export const message = {
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

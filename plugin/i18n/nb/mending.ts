import type {mending as en} from '../en/mending.ts'

export const mending: Record<keyof typeof en, string> = {
  'repair.rivals_one': 'Noen andre laget et kort for samme betaling i mellomtiden: det står som duplikat.',
  'repair.rivals_other':
    'Andre laget {{count}} kort for samme betaling i mellomtiden: de står som duplikater.',
  'repair.done': '{{verb}}: ferdig',
  'repair.done_for': '{{student}} · {{pass}}',
  'undo.button': 'Angre',
  'undo.key': 'Tast: z angrer',
  'undo.keys': 'Taster: t gir eleven beskjed, z angrer',
  'undo.done': 'Angret: {{what}}',
  'message.state.told_copy': 'Beskjed gitt: teksten ble kopiert, {{when}}',
  'message.state.told_mail': 'Beskjed gitt på e-post, {{when}}',
  'message.state.told_webhook': 'Beskjed gitt av skolens plattform, {{when}}',
  'message.state.confirmed': 'Bekreftet av eleven, {{when}}',
  'message.state.sending': 'Gitt til skolens plattform, {{when}}. Om den ble sendt, er ikke kjent.',
  'message.state.failed': 'Skolens plattform kunne ikke sende den, {{when}}',
  'message.state.held_back': 'Ikke sendt, {{when}}: skolen hadde sendt nok den dagen',
  'message.tell': 'Gi eleven beskjed…',
}

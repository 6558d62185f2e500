import type {message as en} from '../en/message.ts'

export const message: Record<keyof typeof en, string> = {
  'message.state.told_copy': 'Fortalt: teksten ble kopiert, {{when}}',
  'message.state.told_mail': 'Fortalt på e-post, {{when}}',
  'message.state.told_webhook': 'Fortalt av skolens plattform, {{when}}',
  'message.state.confirmed': 'Bekreftet av eleven, {{when}}',
  'message.state.sending': 'Gitt til skolens plattform, {{when}}. Om den ble sendt, er ikke kjent.',
  'message.state.failed': 'Skolens plattform kunne ikke sende den, {{when}}',
  'message.state.held_back': 'Ikke sendt, {{when}}: skolen hadde sendt nok den dagen',
  'message.tell': 'Fortell eleven…',
  'message.title': 'Fortell eleven: {{whose}}',
  'message.to': 'Til',
  'message.subject': 'Emne',
  'message.text': 'Melding',
  'message.no_address':
    'Elevens dokument har ingen adresse som e-post kan sendes til: kopier teksten i stedet.',
  'message.copy': 'Kopier teksten',
  'message.copied': 'Kopiert',
  'message.copy_failed': 'Nettleseren lot ikke teksten bli kopiert. Merk den over i stedet.',
  'message.mail': 'Åpne i e-post',
  'message.confirm': 'Eleven har bekreftet',
  'message.no_record': 'Dette kortet ble ikke laget her, så det finnes ingen post å notere det på.',
}

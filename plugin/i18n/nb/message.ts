import type {message as en} from '../en/message.ts'

export const message: Record<keyof typeof en, string> = {
  'message.title': 'Gi eleven beskjed: {{whose}}',
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
  'message.no_record': 'Dette kortet ble ikke laget her, så det finnes ingen oppføring å notere det på.',
}

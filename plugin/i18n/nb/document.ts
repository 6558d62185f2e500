import type {document as en} from '../en/document.ts'

export const document: Record<keyof typeof en, string> = {
  'badge.mismatches_one': '{{count}} avvik',
  'badge.mismatches_other': '{{count}} avvik',
  'badge.title': 'Betalinger og kort stemmer ikke overens. Åpne «Kort og betalinger» for å se hvorfor.',
  'badge.misnamed': '«documents» passer ikke til dette studioet',
  'action.misnamed':
    'Betalinger og kort leses ikke: valget «documents» nevner noe dette studioet ikke har. Åpne «Kort og betalinger» for å se hva.',
  'action.none': 'Ingenting å rette opp: ingen avvik er kjent.',
  'action.open': 'Åpne «Kort og betalinger»',
  'action.unknown': 'Betalinger og kort er ikke lest ennå.',
  'action.review_one': 'Se på {{count}} avvik',
  'action.review_other': 'Se på {{count}} avvik',
  'schema.wrong.title': 'Det som står i «documents», passer ikke til dette studioet',
  'schema.wrong.action':
    'Den som har ansvar for studioet, kan rette det i sanity.config.ts. Til da blir ingenting lest eller skrevet.',
}

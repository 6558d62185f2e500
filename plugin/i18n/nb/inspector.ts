import type {inspector as en} from '../en/inspector.ts'

export const inspector: Record<keyof typeof en, string> = {
  'inspector.not_published': 'Dette kortet er aldri publisert. Publiser det for å se betalingen.',
  'inspector.no_student': 'Dette kortet nevner ingen elev, så ingen ser det.',
  'inspector.student_gone': 'Dette kortet nevner {{id}}, og ingen elev har den id-en, så ingen ser det.',
  'inspector.other_school': 'Dette kortet hører til en skole du ikke har tilgang til.',
  'inspector.payment': 'Dette kortet og betalingen',
  'inspector.not_seen': 'Dette kortet er ikke blant det {{school}} vet om eleven sin.',
  'inspector.whole_student': 'Alle betalinger og kort for denne eleven',
}

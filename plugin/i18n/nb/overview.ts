import type {overview as en} from '../en/overview.ts'

export const overview: Record<keyof typeof en, string> = {
  'overview.title_one': '{{count}} skole',
  'overview.title_other': '{{count}} skoler',
  'overview.remembered': 'Sist kjente status, lest for {{time}} siden. Stripe spørres bare der du teller.',
  'overview.state.unreadable': 'Kan ikke leses',
  'overview.state.scan_failed': 'Siste kontroll mislyktes',
  'overview.state.scan_late': 'Kontrollen er forsinket',
  'overview.state.unwatched': 'Overvåkes ikke',
  'overview.state.well': 'Overvåkes',
  'overview.trouble.no_account': 'Skolens dokument nevner ingen Stripe-konto.',
  'overview.trouble.claimed_twice':
    'Dokumentet til en annen skole nevner den samme Stripe-kontoen. Si hvem som eier den, i funksjonens innstilling SCHOOL_ACCOUNTS.',
  'overview.nothing_left': 'Siste kontroll, for {{time}} siden: ingenting gjensto.',
  'overview.left_one': 'Siste kontroll, for {{time}} siden: {{count}} oppføring gjensto.',
  'overview.left_other': 'Siste kontroll, for {{time}} siden: {{count}} oppføringer gjensto.',
  'overview.review': '{{count}} til gjennomgang',
  'overview.certain': '{{count}} sikre',
  'overview.waiting': '{{count}} venter på eleven',
  'overview.money': '{{money}} betalt for dem',
  'overview.counted': 'talt for {{time}} siden, av de siste 90 dagene',
  'overview.open': 'Åpne listen',
  'overview.count': 'Tell nå',
  'overview.count_again': 'Tell igjen',
}

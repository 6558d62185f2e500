import type {tool as en} from '../en/tool.ts'

export const tool: Record<keyof typeof en, string> = {
  'tool.tabs': 'Visninger',
  'tool.mismatches': 'Avvik',
  'tool.students': 'Elever',
  'tool.activity': 'Aktivitet',
  'tool.health_failing_one': '{{label}} {{count}}: én ting må rettes',
  'tool.health_failing_other': '{{label}} {{count}}: {{count}} ting må rettes',
  'tool.health': 'Tilstand',
  'tool.schools': 'Alle skoler',
  'tool.school': 'Skole',
  'tool.test_banner': 'TEST: dette er testbetalinger, ikke ekte penger.',
  'tool.loading': 'Laster…',
  'tool.no_schools.title': 'Du har ikke tilgang til noen skole ennå',
  'tool.no_schools.action':
    'Be den som drifter funksjonen om å legge deg til i innstillingen SCHOOL_ACCESS, og sjekk igjen.',
  'tool.other_school.title': 'Denne lenken er til en skole du ikke har tilgang til',
  'tool.other_school.action':
    'Be den som drifter funksjonen om å legge til «{{id}}» for deg i innstillingen SCHOOL_ACCESS, eller gå videre med din egen.',
  'tool.other_school.open': 'Åpne {{school}}',
  'tool.check_again': 'Sjekk igjen',
  'tool.close': 'Lukk',
}

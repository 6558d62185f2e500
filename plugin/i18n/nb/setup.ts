import type {setup as en} from '../en/setup.ts'

export const setup: Record<keyof typeof en, string> = {
  'setup.title': 'Oppsett: {{done}} av {{of}} ferdig',
  'setup.done': 'ferdig',
  'setup.to_do': 'gjenstår',
  'setup.unknown': 'kan ikke avgjøres',
  'setup.function': 'Funksjonen svarer, og når datasettet deres',
  'setup.function.how': 'Den som drifter funksjonen, ordner dette i innstillingene dens.',
  'setup.stripe': 'Stripe kan leses for skolen',
  'setup.stripe.how': 'Funksjonens Stripe-nøkkel må få lese kontoen som skolens dokument nevner.',
  'setup.heard': 'En webhook eller en planlagt kontroll er i arbeid',
  'setup.heard.how': 'Én av dem er nok. Uten dem blir en betaling bare sett mens noen har denne listen åpen.',
}

import type {faults as en} from '../en/faults.ts'

export const faults: Record<keyof typeof en, string> = {
  'fault.invalid_request.title': 'Funksjonen forsto ikke denne forespørselen',
  'fault.invalid_request.action':
    'Last siden på nytt. Blir det ikke bedre, si fra til den som drifter funksjonen, med forespørsels-id-en.',
  'fault.unauthenticated.title': 'Innloggingen din er utløpt',
  'fault.unauthenticated.action': 'Last siden på nytt og logg inn igjen. Ingenting ble skrevet.',
  'fault.forbidden.title': 'Du kan ikke gjøre dette for denne skolen',
  'fault.forbidden.action':
    'Be en administrator ved skolen gjøre det, eller gi deg tilgang. Ingenting ble skrevet.',
  'fault.not_found.title': 'Det finnes ikke lenger',
  'fault.not_found.action': 'Det er fjernet i mellomtiden, eller hører til en annen skole. Les på nytt.',
  'fault.plan_changed.title': 'Noe er endret siden du så på det',
  'fault.plan_changed.action': 'Ingenting ble skrevet. Se hva som ville blitt skrevet nå, og bekreft.',
  'fault.already_repaired.title': 'Noen har allerede gjort dette',
  'fault.already_repaired.action': 'Ingenting ble skrevet en gang til. Les på nytt for å se det.',
  'fault.used_since.title': 'Kortet er brukt eller endret siden',
  'fault.used_since.action': 'Det blir stående som det er. Åpne kortet for å endre det for hånd.',
  'fault.draft_conflict.title': 'Kortet har en upublisert endring',
  'fault.draft_conflict.action': 'Ingenting ble skrevet. Publiser eller forkast endringen først.',
  'fault.payload_too_large.title': 'Det er for mye for én forespørsel',
  'fault.payload_too_large.action': 'Velg en kortere periode.',
  'fault.not_repairable.title': 'Dette kan ikke gjøres slik det står nå',
  'fault.not_repairable.action': 'Ingenting ble skrevet. Åpne detaljene for å se hva som er i veien.',
  'fault.account_unreadable.title': 'Skolens Stripe-konto kan ikke leses',
  'fault.account_unreadable.action':
    'Derfor kan ingenting sies om betalinger. Sjekk at funksjonens Stripe-nøkkel hører til plattformen som {{account}} er koblet til, ekte eller test som den.',
  'fault.contract_mismatch.title': 'Studio og funksjon har ulike versjoner',
  'fault.contract_mismatch.action':
    'Rull ut begge fra samme versjon av sanity-plugin-stripe-passes, og last på nytt.',
  'fault.rate_limited.title': 'For mange forespørsler på én gang',
  'fault.rate_limited.action': 'Vent et minutt og prøv igjen. Ingenting er tapt.',
  'fault.misconfigured.title': 'Funksjonen er ikke ferdig satt opp',
  'fault.misconfigured.action': 'Den som drifter funksjonen må rette innstillingene: {{setting}}',
  'fault.internal.title': 'Funksjonen feilet',
  'fault.internal.action':
    'Det er en feil i programmet. Si fra til den som drifter funksjonen, med forespørsels-id-en: den står i loggen.',
  'fault.stripe_unavailable.title': 'Stripe svarer ikke',
  'fault.stripe_unavailable.action':
    'Prøv igjen om et minutt, eller se status.stripe.com. Ingenting er tapt.',
  'fault.lake_unavailable.title': 'Sanitys Content Lake svarer ikke',
  'fault.lake_unavailable.action':
    'Prøv igjen om et minutt, eller se www.sanity-status.com. Ingenting er tapt.',
  'fault.jobs_unavailable.title': 'Databasen med jobbene svarer ikke',
  'fault.jobs_unavailable.action':
    'Si fra til den som drifter funksjonen. Ingenting er tapt: den fortsetter der den slapp.',
  'fault.bad_response.title': 'Noe annet enn funksjonen svarte',
  'fault.bad_response.action': 'Sjekk at valget «endpoint» i sanity.config.ts er der funksjonen kjører.',
  'fault.unreachable.title': 'Får ikke kontakt med funksjonen',
  'fault.unreachable.action':
    'Sjekk at den kjører på {{endpoint}} og at innstillingen ALLOWED_ORIGINS nevner {{origin}}, og prøv igjen.',
  'fault.documents_differ.title': 'Studio og funksjon har fått ulike navn på dokumentene deres',
  'fault.documents_differ.action':
    'Gi begge samme verdi for «documents», rull ut begge fra samme versjon av tillegget, og last på nytt. Ingenting skrives før det.',
  'fault.no_token.title': 'Dette studioet har ikke noe innloggingstoken å sende',
  'fault.no_token.action': 'Sett {{setting}} i sanity.config.ts, og logg inn på nytt.',
  'fault.no_setting': 'se loggen',
  'fault.no_account': 'skolens konto',
  'fault.unknown.title': 'Noe feilet som ingen ventet',
  'fault.unknown.action':
    'Last siden på nytt. Blir det ikke bedre, si fra til den som vedlikeholder tillegget.',
  'fault.not_loaded.title': 'Denne delen av skjermen ble ikke lastet',
  'fault.not_loaded.action':
    'Nettet er borte, eller studioet er oppdatert siden du åpnet det. Last siden på nytt for å gå videre.',
  'fault.reload_page': 'Last siden på nytt',
  'fault.try_again': 'Prøv igjen',
  'fault.reload': 'Last på nytt og logg inn',
  'fault.request_id': 'Forespørsels-id {{id}}',
  'fault.technical': 'Tekniske detaljer',
  'fault.old_since': 'Det du ser er fra {{time}}.',
}

import type {health as en} from '../en/health.ts'

const checks = {
  'health.check.settings': 'Funksjonens innstillinger',
  'health.check.mode': 'Ekte penger',
  'health.check.dataset': 'Datasettets personvern',
  'health.check.robot_token': 'Rett til å skrive til Sanity',
  'health.check.school_account': 'Skolens Stripe-konto',
  'health.check.account': 'Tilgang til kontoen',
  'health.check.permissions': 'Stripe-nøkkelens rettigheter',
  'health.check.charges': 'Ta imot betaling',
  'health.check.endpoint': 'Webhook-endepunkt',
  'health.check.endpoint_host': 'Hvor endepunktet er',
  'health.check.endpoint_enabled': 'Endepunktet er slått på',
  'health.check.endpoint_connect': 'Endepunktet hører skolene',
  'health.check.endpoint_events': 'Hendelser det hører',
  'health.check.endpoint_single': 'Fortelles én gang',
  'health.check.endpoint_redirect': 'Svar på sin adresse',
  'health.check.secrets': 'Webhook-hemmelighet',
  'health.check.signatures': 'Signaturer',
  'health.check.deliveries': 'Leveringer',
  'health.check.failures': 'Webhookens feil',
  'health.check.last_success': 'Sist webhooken lyktes',
  'health.check.writers': 'Hvem som gir kort',
  'health.check.sync': 'Planlagt kontroll',
  'health.check.pass_types': 'Typer kort som selges',
  'health.check.pass_validities': 'Gyldighet på kort som selges',
  'health.check.pass_limits': 'Antall klipp',
  'health.check.pass_dates': 'Sluttdatoer',
  'health.check.pass_names': 'Kortenes navn',
  'health.check.sales': 'Salg med sitt kort',
  'health.check.alerts': 'Varsler',
  'health.state.ok': 'I orden',
  'health.state.warning': 'Verdt en titt',
  'health.state.failing': 'Må rettes',
  'health.state.unknown': 'Kan ikke vites',
} as const

const findings = {
  'health.finding.settings_right': 'Alle nødvendige innstillinger er der og har riktig form.',
  'health.finding.settings_wrong': 'Mangler eller har feil form: {{settings}}.',
  'health.finding.mode_live': 'Nøkkelen er for ekte penger.',
  'health.finding.mode_test':
    'Dette er testbetalinger. Ingenting her sier noe om ekte penger, uansett hvor bra det ser ut.',
  'health.finding.mode_mixed':
    'Stripe svarer med betalinger av den andre sorten enn innstillingene sier: {{settings}}.',
  'health.finding.dataset_private': 'Ingen leser det uten å logge inn.',
  'health.finding.dataset_public':
    'Hvem som helst på nettet kan lese det uten å logge inn, også elevenes navn og e-postadresser.',
  'health.finding.token_writes':
    'En prøvekjøring gikk bra: funksjonens token får skrive det reparasjoner trenger.',
  'health.finding.token_cannot_write':
    'Funksjonens token får lese, men ikke skrive. Ingen automatisk reparasjon vil virke.',
  'health.finding.token_refused': 'Sanity avviser funksjonens token.',
  'health.finding.account_own': '{{account}} er denne skolens, og ingen annens.',
  'health.finding.account_absent': 'Skolen har ingen tilkoblet Stripe-konto, så ingen betaling kan finnes.',
  'health.finding.account_claimed_twice':
    'To skoler gjør krav på {{account}}. Til det er sagt hvem som eier den, sies ingenting om betalingene.',
  'health.finding.account_readable': 'Nøkkelen leser betalingene på {{account}}.',
  'health.finding.account_unreadable':
    'Nøkkelen kan ikke lese {{account}}. Den hører til en annen plattform, er av den andre sorten, eller skolen har sluttet.',
  'health.finding.key_refused': 'Stripe avviser nøkkelen: den er feil, utløpt eller byttet ut.',
  'health.finding.permissions_enough': 'Alt som ble spurt etter, kunne leses.',
  'health.finding.permissions_missing': 'Nøkkelen mangler: {{permissions}}.',
  'health.finding.charges_enabled': 'Kontoen kan ta imot betaling.',
  'health.finding.charges_disabled': 'Kontoen kan ikke ta imot betaling, så ingen kan kjøpe kort.',
  'health.finding.endpoint_present': 'Stripe forteller {{endpoints}} om salg.',
  'health.finding.endpoint_missing': 'Stripe forteller ingen om salg: ingen endepunkter hører om dem.',
  'health.finding.host_known': 'Det er på {{hosts}}, som det skal.',
  'health.finding.host_also_other': 'Stripe forteller også {{hosts}} om salg, som ikke er blant {{known}}.',
  'health.finding.host_other': 'Stripe forteller {{hosts}} om salg, og ingen av {{known}}.',
  'health.finding.endpoint_enabled': 'Det er på.',
  'health.finding.endpoint_disabled':
    'Det er av: {{endpoints}}. Stripe slår selv av et endepunkt etter dager med feil.',
  'health.finding.endpoint_connect': 'Det hører salgene til alle tilkoblede skoler.',
  'health.finding.endpoint_not_connect':
    '{{endpoints}} hører bare plattformens egen konto. Salgene skjer på skolenes kontoer, så det hører ingen.',
  'health.finding.events_all': 'Det hører alt som kort avhenger av.',
  'health.finding.events_some_missing': 'Det hører om salg, men ikke om: {{events}}.',
  'health.finding.events_missing': 'Det hører ikke om salg. Mangler: {{events}}.',
  'health.finding.endpoint_single': 'Ingen adresse står der to ganger.',
  'health.finding.endpoint_duplicate': '{{endpoints}} står der to ganger, så hvert salg fortelles to ganger.',
  'health.finding.endpoint_answers': '{{endpoints}} svarer der det er.',
  'health.finding.endpoint_redirects':
    '{{endpoints}} sender besøkende videre til en annen adresse ({{statuses}}). Stripe følger ikke etter, og regner det som en feil.',
  'health.finding.endpoint_unencrypted':
    '{{endpoints}} er ikke kryptert. Stripe krever https for ekte penger.',
  'health.finding.endpoint_silent': 'Ingen svarer på {{endpoints}}.',
  'health.finding.endpoint_private':
    '{{endpoints}} er en adresse inne i et nettverk. Stripe når den ikke, og ingen forespørsel ble sendt dit.',
  'health.finding.secrets_proven': 'En ekte levering ble bekreftet med den, sist {{lastAt}}.',
  'health.finding.secrets_unset':
    'Ingen webhook-hemmelighet er satt, så funksjonens egen webhook tar ikke imot noe.',
  'health.finding.secrets_unproven_one': 'Én hemmelighet er aldri bekreftet av en ekte levering.',
  'health.finding.secrets_unproven_other': '{{count}} hemmeligheter er aldri bekreftet av en ekte levering.',
  'health.finding.signatures_right': 'Alle leveringer de siste dagene kunne bekreftes.',
  'health.finding.signatures_some_failing':
    'Noen leveringer kunne ikke bekreftes, sist {{lastAt}}, selv om andre kunne: et annet endepunkts hemmelighet mangler, eller en fremmed prøver seg.',
  'health.finding.signatures_failing':
    'Leveringer kan ikke bekreftes, sist {{lastAt}}. Ingenting av det de fortalte, ble trodd.',
  'health.finding.signatures_out_of_time':
    'Leveringer var signert for en annen tid, sist {{lastAt}}: en klokke går feil, eller noen sender gamle om igjen.',
  'health.finding.deliveries_done': 'Alt Stripe fortalte, ble tatt imot.',
  'health.finding.deliveries_pending_one':
    'Én av de siste {{of}} hendelsene er ikke tatt imot, siden {{oldestAt}}.',
  'health.finding.deliveries_pending_other':
    '{{count}} av de siste {{of}} hendelsene er ikke tatt imot, den eldste siden {{oldestAt}}.',
  'health.finding.failures_none': 'Ingen de siste dagene.',
  'health.finding.failures_some_one': 'Én hendelse de siste dagene kunne ikke behandles.',
  'health.finding.failures_some_other': '{{count}} hendelser de siste dagene kunne ikke behandles.',
  'health.finding.success_recent': 'Den gjorde sist jobben sin {{lastAt}}.',
  'health.finding.success_never': 'Den er ikke sett i arbeid ennå.',
  'health.finding.success_overdue': 'Den virket sist {{lastAt}}, og kort er solgt siden.',
  'health.finding.writes_alone': 'Denne funksjonen gir kort av seg selv, og ingen andre gjør det.',
  'health.finding.writes_off': 'Denne funksjonens webhook noterer bare det den hører.',
  'health.finding.writes_twice':
    'Denne funksjonen gir kort av seg selv, og en annen webhook var i arbeid {{lastAt}}. Begge kan gi kort for ett salg.',
  'health.finding.sync_recent': 'Den kjørte sist {{lastAt}}.',
  'health.finding.sync_never': 'Den har aldri kjørt. Det en webhook går glipp av, finner da ingen.',
  'health.finding.sync_overdue': 'Den kjørte sist {{lastAt}}, og skulle ha kjørt igjen.',
  'health.finding.sync_failed': 'Siste kjøring, {{lastAt}}, kom ikke i mål: {{code}}.',
  'health.finding.types_grantable': 'Alle kort som selges, er av en type som kan gis.',
  'health.finding.type_not_grantable_one': 'Av en type som ingenting kan gi: {{passes}}.',
  'health.finding.type_not_grantable_other': 'Av typer som ingenting kan gi: {{passes}}.',
  'health.finding.validities_set': 'Alle kort som selges, sier hvor lenge de gjelder.',
  'health.finding.validity_absent_one': 'Sier ikke hvor lenge det gjelder: {{passes}}.',
  'health.finding.validity_absent_other': 'Sier ikke hvor lenge de gjelder: {{passes}}.',
  'health.finding.limits_set': 'Alle klippekort sier hvor mange klipp de har.',
  'health.finding.limit_absent_one': 'Teller klipp og sier ikke hvor mange: {{passes}}.',
  'health.finding.limit_absent_other': 'Teller klipp og sier ikke hvor mange: {{passes}}.',
  'health.finding.dates_ahead': 'Ingen kort som selges, er alt utløpt.',
  'health.finding.date_past_one': 'Selges, selv om sluttdatoen er passert: {{passes}}.',
  'health.finding.date_past_other': 'Selges, selv om sluttdatoene er passert: {{passes}}.',
  'health.finding.names_unique': 'Ingen to kort har samme navn.',
  'health.finding.name_ambiguous_one': 'Har samme navn som et annet kort: {{passes}}.',
  'health.finding.name_ambiguous_other': 'Har samme navn: {{passes}}.',
  'health.finding.sales_none': 'Ingen kort ble solgt de siste {{days}} dagene.',
  'health.finding.sales_granted_one': 'Det ene salget de siste {{days}} dagene har sitt kort.',
  'health.finding.sales_granted_other': 'Alle {{count}} salg de siste {{days}} dagene har sitt kort.',
  'health.finding.sales_missing_one': 'Ett av {{paid}} salg de siste {{days}} dagene mangler kort.',
  'health.finding.sales_missing_other': '{{count}} av {{paid}} salg de siste {{days}} dagene mangler kort.',
  'health.finding.alerts_on': 'Når noe går galt, sendes en melding.',
  'health.finding.alerts_off': 'Ingen får vite det når noe går galt.',
} as const

const unknown = {
  'health.why.no_account': 'Skolen har ingen tilkoblet konto.',
  'health.why.claimed_twice': 'To skoler gjør krav på kontoen.',
  'health.why.account_unreadable': 'Nøkkelen kan ikke lese kontoen.',
  'health.why.permission': 'Nøkkelen mangler rettigheten {{permission}}.',
  'health.why.key_refused': 'Stripe avviser nøkkelen.',
  'health.why.rate_limited': 'Det ble spurt om for mye på én gang.',
  'health.why.stripe_unavailable': 'Stripe svarte ikke.',
  'health.why.lake_unavailable': 'Sanity svarte ikke.',
  'health.why.token_refused': 'Sanity avviser funksjonens token.',
  'health.why.settings': 'Innstillingene er ikke riktige: {{settings}}.',
  'health.why.no_endpoint': 'Det finnes ikke noe endepunkt.',
  'health.why.too_many_endpoints': 'Det er flere endepunkter enn det som ble sett på.',
  'health.why.not_told_by_stripe': 'Stripes lister sier det ikke om {{endpoints}}.',
  'health.why.no_hosts': 'Ingen har sagt hvilke verter som er skolens egne. Endepunkter er på: {{hosts}}.',
  'health.why.administrators_only': 'En forespørsel sendes til endepunktet bare for administratorer.',
  'health.why.no_webhook': 'Funksjonens egen webhook er ikke i bruk.',
} as const

const remedies = {
  'health.remedy.mend_settings': 'Den som drifter funksjonen, setter dem og ruller den ut på nytt.',
  'health.remedy.look_at_live':
    'Se igjen med den ekte nøkkelen og LIVE=true før du stoler på det med ekte betalinger.',
  'health.remedy.make_private': 'Gjør datasettet privat: sanity dataset visibility set <dataset> private.',
  'health.remedy.give_role': 'Gi tokenet i {{setting}} rollen Editor, eller lag et nytt som har den.',
  'health.remedy.renew_token': 'Lag et nytt token med rollen Editor og sett det som {{setting}}.',
  'health.remedy.connect_account': 'Koble skolen til Stripe, eller nevn kontoen i SCHOOL_ACCOUNTS.',
  'health.remedy.pin_account': 'Si i SCHOOL_ACCOUNTS hvilken skole kontoen hører til.',
  'health.remedy.check_key':
    'Sett {{setting}} til en nøkkel for plattformen som skolen er koblet til, ekte eller test som LIVE sier.',
  'health.remedy.renew_key': 'Lag en ny begrenset nøkkel og sett den som {{setting}}.',
  'health.remedy.add_permissions':
    'Lag en begrenset nøkkel med disse rettighetene og sett den som {{setting}}.',
  'health.remedy.finish_onboarding': 'Gi Stripe det den fortsatt ber skolen om.',
  'health.remedy.create_endpoint':
    'Lag et endepunkt i Stripe som lytter til tilkoblede kontoer, med webhookens adresse.',
  'health.remedy.move_endpoint':
    'Endre endepunktets adresse i Stripe, eller nevn verten i WEBHOOK_HOSTS om den er riktig.',
  'health.remedy.set_hosts': 'Nevn vertene til webhookene deres i WEBHOOK_HOSTS.',
  'health.remedy.enable_endpoint': 'Rett det som fikk det til å feile, og slå det på igjen i Stripe.',
  'health.remedy.hear_connected':
    'Lag et nytt endepunkt som lytter til tilkoblede kontoer. Et gammelt kan ikke endres til det.',
  'health.remedy.add_events': 'Legg disse hendelsene til endepunktet i Stripe.',
  'health.remedy.remove_duplicate': 'Behold ett av dem og fjern de andre i Stripe.',
  'health.remedy.end_redirect':
    'Gi endepunktet i Stripe adressen der besøkende ender opp, ofte med eller uten www.',
  'health.remedy.check_address':
    'Sjekk endepunktets adresse i Stripe: den må være offentlig, begynne med https og bli besvart.',
  'health.remedy.ask_administrator': 'Be en administrator av Sanity-prosjektet åpne denne siden.',
  'health.remedy.set_secrets':
    'Kopier endepunktets signeringshemmelighet fra Stripe til {{setting}}, om denne funksjonen skal høre om salg.',
  'health.remedy.check_secrets':
    'Sammenlign {{setting}} med signeringshemmelighetene i Stripe. Hvert endepunkt har sin egen.',
  'health.remedy.check_clock': 'Still klokken på maskinen som funksjonen kjører på.',
  'health.remedy.prove_secret': 'Kjøp et billig kort selv og se det komme hit.',
  'health.remedy.send_again':
    'Rett endepunktet, og send hendelsene på nytt fra Stripe. Det som mangler imens, står under Avvik.',
  'health.remedy.look_at_failures': 'Rett årsaken. Det som er betalt uten kort, står under Avvik.',
  'health.remedy.let_one_write': 'Sett WEBHOOK_WRITES=off, eller slå av den andre webhooken.',
  'health.remedy.schedule_sync': 'La planleggeren kalle funksjonens synkronisering, minst hver natt.',
  'health.remedy.look_at_sync':
    'Rett det denne siden sier om kontoen og innstillingene; neste kjøring prøver igjen.',
  'health.remedy.mend_pass': 'Åpne kortet og gjør det komplett, eller ta det ut av salg.',
  'health.remedy.rename_pass': 'Gi hvert kort sitt eget navn.',
  'health.remedy.repair_missing': 'Åpne Avvik og gi det som mangler.',
  'health.remedy.set_alerts': 'Sett {{setting}} til en Slack-kompatibel adresse.',
  'health.remedy.try_again': 'Prøv igjen om et minutt.',
} as const

const told = {
  'health.event.checkout.session.completed': 'Betalt',
  'health.event.checkout.session.async_payment_succeeded': 'Betalt senere',
  'health.event.charge.refunded': 'Tilbakebetalt',
  'health.event.charge.dispute.closed': 'Tvist avsluttet',
  'health.outcome.granted': 'Kort gitt',
  'health.outcome.in_transit': 'På vei',
  'health.outcome.not_granted': 'Ikke noe kort',
  'health.outcome.pending': 'Ikke levert, ikke noe kort',
  'health.outcome.no_sale': 'Ikke salg av kort',
} as const

export const health: Record<keyof typeof en, string> = {
  ...checks,
  ...findings,
  ...unknown,
  ...remedies,
  ...told,
  'health.reading': 'Undersøker installasjonen …',
  'health.again': 'Undersøk igjen',
  'health.as_of': 'Undersøkt {{time}}',
  'health.group': '{{state}} ({{count}})',
  'health.open_stripe': 'Åpne i Stripe',
  'health.open_pass': 'Åpne {{name}}',
  'health.sales': 'Salg og kortene deres',
  'health.sales_of': 'Siste {{days}} dager: {{granted}} av {{paid}} salg har sitt kort.',
  'health.sales_newest':
    'Siste {{days}} dager: {{granted}} av de nyeste {{paid}} salgene har sitt kort. Det var flere enn det som ble lest.',
  'health.failures': 'Det webhooken ikke kunne behandle',
  'health.failure': '{{cause}}: {{count}}, sist {{time}}',
  'health.cause.unfinished': 'Begynt og aldri fullført',
  'health.events': 'Det siste Stripe fortalte',
  'health.events.none': 'Ingenting de siste 30 dagene.',
  'health.not_read': 'Dette kunne ikke leses. Hvorfor står over.',
  'health.column.at': 'Når',
  'health.column.event': 'Hva',
  'health.column.amount': 'Beløp',
  'health.column.pass': 'Kort',
  'health.column.outcome': 'Utfall',
}

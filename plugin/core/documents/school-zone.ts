/** Countries that keep one time zone, by ISO 3166 code. One with several is left to the school's own setting. */
const ONLY_ZONE: Readonly<Record<string, string>> = {
  AE: 'Asia/Dubai',
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  CH: 'Europe/Zurich',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GI: 'Europe/Gibraltar',
  GR: 'Europe/Athens',
  HK: 'Asia/Hong_Kong',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IN: 'Asia/Kolkata',
  IS: 'Atlantic/Reykjavik',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  LI: 'Europe/Vaduz',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  RO: 'Europe/Bucharest',
  SE: 'Europe/Stockholm',
  SG: 'Asia/Singapore',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
  TH: 'Asia/Bangkok',
  ZA: 'Africa/Johannesburg',
}

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en-US', {timeZone: name}).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * The IANA zone of a school's clock. The country of the connected account decides where it has one zone: the
 * setting stands at America/New_York in schools that never touched it.
 *
 * @example schoolZone('NO', 'America/New_York') // 'Europe/Oslo'
 */
export function schoolZone(country: string | null, setting: string | null): string {
  const only = country === null ? undefined : ONLY_ZONE[country.toUpperCase()]
  if (only !== undefined) return only
  return setting !== null && isZone(setting) ? setting : 'UTC'
}

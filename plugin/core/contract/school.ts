import {z} from 'zod/mini'

/** A tenant of the platform. */
export const school = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  slug: z.nullable(z.string()),
  /** Every connected account whose sessions are this school's, former ones too. The first is the present one. */
  accounts: z.array(z.string()),
  /** ISO 4217, lower case, from the connected account: what is charged. */
  currency: z.nullable(z.string()),
  /** IANA zone: the country's of the account where it has one, else the school's setting. */
  timeZone: z.string(),
  country: z.nullable(z.string()),
  contactEmail: z.nullable(z.string()),
})
export type School = z.infer<typeof school>

/** Which school an account belongs to, for every school of the platform: tells a foreign session from our own. */
export const accountOwner = z.object({account: z.string(), school: z.string()})
export type AccountOwner = z.infer<typeof accountOwner>

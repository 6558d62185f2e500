import type {Instant} from '../contract/instant.ts'
import type {Pass} from '../contract/pass.ts'
import {indexCatalogue} from './catalogue.ts'
import {classLimit, endOf, grantedType, hasFixedEnd} from './terms.ts'

/** What keeps a pass from being granted, or a payment for it from finding it. */
export type CatalogueTrouble = 'type' | 'validity' | 'limit' | 'date' | 'name'

/**
 * Passes on sale that nothing could grant as they are configured, each with every cause. A name counts where another
 * pass of the school has the same one: a payment that names its pass by text alone then waits for a person.
 */
export function catalogueTroubles(
  passes: readonly Pass[],
  {school, now}: {school: string; now: Instant},
): {pass: Pass; troubles: CatalogueTrouble[]}[] {
  const {named} = indexCatalogue(passes, school)
  return passes
    .filter((pass) => pass.active && pass.school === school)
    .map((pass) => {
      const isAmbiguous = named(pass.name ?? '').length > 1
      return {pass, troubles: [...grantTroubles(pass, now), ...(isAmbiguous ? (['name'] as const) : [])]}
    })
    .filter(({troubles}) => troubles.length > 0)
}

function grantTroubles(pass: Pass, now: Instant): CatalogueTrouble[] {
  const type = grantedType(pass.type)
  const ends = endOf(pass, now)
  const counts = type === 'clipcard' || type === 'multi-pass'
  return [
    ...(type === null ? (['type'] as const) : []),
    ...(ends === null ? (['validity'] as const) : []),
    ...(counts && classLimit(pass) === null ? (['limit'] as const) : []),
    ...(ends !== null && hasFixedEnd(pass) && ends <= now ? (['date'] as const) : []),
  ]
}

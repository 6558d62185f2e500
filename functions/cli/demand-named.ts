import {harmlessText} from '../../plugin/core/contract/harmless-text.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {isShape} from '../../plugin/core/contract/shape.ts'
import type {School} from '../../plugin/core/contract/school.ts'
import {publishedIdOf} from '../../plugin/core/documents/parse-draft.ts'

const TOLD = 20

/**
 * Most who name a school that is not there have its name or slug at hand, and not its id.
 *
 * @throws Fault `not_found` with the schools that there are
 */
export function demandNamed(wanted: string, known: readonly Pick<School, 'id' | 'name'>[]): void {
  if (known.some(({id}) => id === wanted)) return
  if (known.length === 0) throw new Fault('not_found', 'there is no school')
  const some = known.slice(0, TOLD).map(({id, name}) => `${id} (${harmlessText(name)})`)
  const more = known.length > TOLD ? ` and ${known.length - TOLD} more` : ''
  throw new Fault('not_found', `no school ${wanted}; there are: ${some.join(', ')}${more}`)
}

/** The schools among documents of the platform's shape, each with what it is called. */
export function schoolsIn(documents: readonly unknown[]): Pick<School, 'id' | 'name'>[] {
  return documents.filter(isShape).flatMap(({_id: id, _type, schoolName}) => {
    if (_type !== 'tenant' || typeof id !== 'string' || publishedIdOf(id) !== null) return []
    return [{id, name: typeof schoolName === 'string' ? schoolName : id}]
  })
}

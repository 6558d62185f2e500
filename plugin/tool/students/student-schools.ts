import {Fault} from '../../core/contract/fault.ts'
import type {School} from '../../core/contract/school.ts'
import {anyTextIn, GarbledField, isShape, listIn, shapesOf} from '../../core/contract/shape.ts'
import {personQueriesOf} from '../../core/documents/person-queries.ts'
import {lakeResource, type StudioLake} from '../../hooks/lake-resource.ts'

/** The same, read once for everybody who asks. */
export const schoolsOfStudent = lakeResource(studentSchools)

/**
 * The schools that a student's documents, passes and bought passes name: their own first, each once. Empty for a
 * student of no school.
 *
 * @throws Fault `lake_unavailable`
 */
async function studentSchools({client, schema}: StudioLake, student: string): Promise<string[]> {
  const {studentIds: idsQuery, studentSchools: schoolsQuery} = personQueriesOf(schema.map)
  const options = {perspective: 'published', tag: 'passes.students.schools'} as const
  try {
    const known = await client.fetch<unknown>(idsQuery, {student}, options)
    const clerkId = isShape(known) ? anyTextIn(known, 'clerkId') : null
    const ids = [student, clerkId].filter((value) => value !== null)
    const named = await client.fetch<unknown>(schoolsQuery, {ids}, options)
    if (!isShape(named)) throw new GarbledField('schools')
    const passes = shapesOf(named['passes'], 'passes')
    const all = [
      ...listIn(named, 'people'),
      ...passes.flatMap((pass) => [anyTextIn(pass, 'school'), anyTextIn(pass, 'passSchool')]),
    ]
    return [...new Set(all.filter((value) => typeof value === 'string'))]
  } catch (cause) {
    throw new Fault('lake_unavailable', 'the schools of a student could not be read', {}, {cause})
  }
}

/**
 * The schools to show a student at: of those that the student has to do with, the ones that the person may act for.
 * For a student of no school, or only of others, the tool's chosen school stands in.
 */
export function schoolsToShow(
  named: readonly string[],
  allowed: readonly School[],
  chosen: string | null,
): School[] {
  const theirs = named.flatMap((school) => allowed.filter((candidate) => candidate.id === school))
  if (theirs.length > 0) return theirs
  const standIn = allowed.find((candidate) => candidate.id === chosen) ?? allowed[0]
  return standIn === undefined ? [] : [standIn]
}

import type {SanityClient} from 'sanity'
import {z} from 'zod/mini'
import {Fault} from '../../core/contract/fault.ts'
import type {School} from '../../core/contract/school.ts'
import {STUDENT_IDS, STUDENT_SCHOOLS} from '../../core/documents/studio-queries.ts'

const id = z.catch(z.nullish(z.string()), null)
const studentIds = z.nullable(z.object({id: z.string(), clerkId: id}))
const namedSchools = z.object({
  people: z.array(id),
  passes: z.array(z.object({school: id, passSchool: id})),
})

/**
 * The schools that a student's documents, passes and bought passes name: their own first, each once. Empty for a
 * student of no school.
 *
 * @throws Fault `lake_unavailable`
 */
export async function studentSchools(client: SanityClient, student: string): Promise<string[]> {
  const options = {perspective: 'published', tag: 'passes.students.schools'} as const
  try {
    const known = studentIds.parse(await client.fetch<unknown>(STUDENT_IDS, {student}, options))
    const ids = [student, known?.clerkId].filter((value) => typeof value === 'string')
    const {people, passes} = namedSchools.parse(await client.fetch<unknown>(STUDENT_SCHOOLS, {ids}, options))
    const all = [...people, ...passes.flatMap(({school, passSchool}) => [school, passSchool])]
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

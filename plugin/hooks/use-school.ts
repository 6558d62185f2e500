import type {School} from '../core/contract/school.ts'
import {useRoute} from './use-route.ts'
import {useSchools} from './use-schools.ts'

/**
 * The school that the tool is looking at: the one in the address, else the first that the person may act for. Null
 * until the schools are known, and when there is none. For screens of the tool only.
 */
export function useSchool(): {school: School | null; choose: (id: string) => void} {
  const schools = useSchools()
  const {search, go} = useRoute()
  const list = schools.state === 'ready' ? schools.schools : []
  const school = list.find(({id}) => id === search['school']) ?? list[0] ?? null
  return {school, choose: (id) => go({item: null, search: {school: id}})}
}

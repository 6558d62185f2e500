import type {RemarkRequest} from '../core/contract/remark.ts'
import {usePasses} from './passes-context.ts'

/**
 * Says something of an entry for one's colleagues, or takes it away. Every open page hears of it from the lake.
 *
 * @example const remark = useRemarks(school.id); await remark({about: entry.key, remove: id})
 */
export function useRemarks(school: string): (request: RemarkRequest) => Promise<unknown> {
  const {ask} = usePasses()
  return (body) => ask('remark', {school, body})
}

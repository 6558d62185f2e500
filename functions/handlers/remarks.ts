import type {RemarkRequest, RemarksAnswer} from '../../plugin/core/contract/remark.ts'
import {nextRemarks} from '../../plugin/core/remark/next-remarks.ts'
import {demandSchool} from './demand-school.ts'
import {despiteOthers} from './despite-others.ts'
import type {RequestCase} from './request-case.ts'

/**
 * Adds what a person says of an entry, or takes a remark away: with their own token, and said twice only once. Whether
 * there is such an entry is not asked, for nothing depends on a remark, and Stripe would have to be read.
 *
 * @throws Fault `invalid_request`, `not_found`
 */
export async function remarks(of: RequestCase, request: RemarkRequest): Promise<RemarksAnswer> {
  const {about} = request
  const {school, ledger, actor} = of
  return despiteOthers({about}, async () => {
    const {state, revision} = await ledger.remarks(school, about)
    if (revision === null) await demandSchool(of)
    const list = nextRemarks(state, request, {by: {id: actor.id, name: actor.name}, at: of.now()})
    if (list !== state) await ledger.saveRemarks({actor, school, about, kept: {state: list, revision}})
    return {about, list: [...list]}
  })
}

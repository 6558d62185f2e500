import {Fault} from '../contract/fault.ts'
import type {Instant} from '../contract/instant.ts'
import {LONGEST_REMARK, MOST_REMARKS, type Remark, type RemarkRequest} from '../contract/remark.ts'
import {plainLine} from '../message/plain-line.ts'

/**
 * The remarks on an entry after a person has said something of them; the same list where that changes nothing: what
 * was said already, or is gone already.
 *
 * @throws Fault `invalid_request` where nothing is said, or too much stands there
 */
export function nextRemarks(
  held: readonly Remark[],
  request: RemarkRequest,
  {by, at}: Pick<Remark, 'by'> & {at: Instant},
): readonly Remark[] {
  if ('remove' in request) {
    const {remove} = request
    return held.some(({id}) => id === remove) ? held.filter(({id}) => id !== remove) : held
  }
  const {id, waiting} = request.add
  if (held.some((one) => one.id === id)) return held
  const text = plainLine(request.add.text ?? '', LONGEST_REMARK) || null
  if (text === null && waiting === isWaiting(held)) {
    throw new Fault('invalid_request', 'nothing is said that is not so already', {field: 'add'})
  }
  if (held.length >= MOST_REMARKS) {
    throw new Fault('invalid_request', `an entry has at most ${MOST_REMARKS} remarks`, {field: 'add'})
  }
  return [...held, {id, text, waiting, by: {id: by.id, name: plainLine(by.name)}, at}]
}

/** Whether the school waits for the student: as the newest remark has it. */
export function isWaiting(list: readonly Remark[]): boolean {
  return list.at(-1)?.waiting ?? false
}

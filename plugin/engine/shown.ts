import {faultOf} from '../api/fault-of.ts'
import type {Fault, FaultBody} from '../core/contract/fault.ts'
import type {Progress} from '../live/facts-state.ts'
import type {Desk, DeskMaker} from './desk.ts'
import type {Reading, SchoolTold} from './messages.ts'
import type {StudentStory} from './student-story.ts'
import type {Scan, StudentTold, StudentView} from './student-view.ts'

/** A school on a screen. A reading that fails keeps what was shown: `stale` says why, `asOf` since when it is old. */
export type SchoolShown =
  | {state: 'loading'; progress: Progress | null}
  | {state: 'failed'; fault: Fault}
  | ({state: 'ready'; desk: Desk; stale: Fault | null} & Reading)

/** A student on a screen, at one school. */
export type StudentShown = StudentView<Fault, StudentStory>

/** What stands on a screen after an engine told something; `desk` follows the news. */
export function schoolShown(held: SchoolShown, told: SchoolTold, desk: DeskMaker): SchoolShown {
  if (told.state === 'loading') return told
  if (told.state === 'failed') return {state: 'failed', fault: faultOf(told.fault)}
  const {news, stale, ...reading} = told
  if (news !== null) desk.take(news)
  // Where nothing was shown yet the first rows are; else what stands there stays until all that changed is there.
  if (news?.more === true && held.state === 'ready') return held
  return {...reading, desk: desk.show(), stale: stale === null ? null : faultOf(stale)}
}

export function studentShown(held: StudentShown, told: StudentTold): StudentShown {
  if (told.state === 'loading' || told.state === 'unknown') return told
  if (told.state === 'failed') return {state: 'failed', fault: faultOf(told.fault)}
  const story = told.story ?? (held.state === 'ready' ? held.story : null)
  if (story === null) throw new Error('a student was told in differences before they were told whole')
  const {stale, scan, ...reading} = told
  return {...reading, story, scan: scanShown(scan), stale: stale === null ? null : faultOf(stale)}
}

function scanShown(scan: Scan<FaultBody>): Scan<Fault> {
  return scan.state === 'failed' ? {state: 'failed', fault: faultOf(scan.fault)} : scan
}

/** The engine is gone: what was shown stays, and says why it is old. */
export function schoolBroken(held: SchoolShown, fault: Fault): SchoolShown {
  return held.state === 'ready'
    ? {...held, stale: fault, refreshing: false, progress: null}
    : {state: 'failed', fault}
}

export function studentBroken(held: StudentShown, fault: Fault): StudentShown {
  return held.state === 'ready'
    ? {...held, stale: fault, refreshing: false, progress: null}
    : {state: 'failed', fault}
}

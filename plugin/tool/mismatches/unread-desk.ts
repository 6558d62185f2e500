import type {School} from '../../core/contract/school.ts'
import type {Desk} from '../../engine/desk.ts'

/**
 * The desk of a school of which nothing has been read yet, for a list that stands there already: what is around its rows
 * is drawn while they are on their way, and not when they come.
 */
export function unreadDesk(school: School): Desk {
  const nothing = new Map<string, never>()
  const index = {
    school,
    payments: nothing,
    entitlements: nothing,
    passes: nothing,
    students: nothing,
    unreadable: nothing,
    records: nothing,
    remarks: nothing,
  }
  return {rows: [], isWhole: false, index, readSince: null}
}

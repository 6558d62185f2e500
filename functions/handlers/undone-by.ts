import {GarbledField, isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import type {RepairRecord} from '../../plugin/core/contract/repair.ts'
import {parseRecord} from '../../plugin/core/documents/parse-record.ts'
import type {RequestCase} from './request-case.ts'

/** How often undoing may have been undone. */
const DEEPEST = 20

/**
 * Reads what took these records back, what took that back, and so on.
 *
 * @returns the id of the record that took one back and still stands
 */
export async function undoneByOf(
  {ledger, school}: RequestCase,
  ids: readonly string[],
): Promise<(record: string) => string | null> {
  const undoing: RepairRecord[] = []
  let asked = ids
  for (let depth = 0; asked.length > 0 && depth < DEEPEST; depth += 1) {
    const found = (await ledger.undoing(school, asked)).filter(isShape).flatMap(readable)
    undoing.push(...found)
    asked = found.map(({id}) => id)
  }
  const standingFor = (record: string, depth = 0): string | null => {
    if (depth > DEEPEST) return null
    const by = undoing.filter(({undoes}) => undoes === record)
    return by.find(({id}) => standingFor(id, depth + 1) === null)?.id ?? null
  }
  return standingFor
}

function readable(document: Shape): RepairRecord[] {
  try {
    return [parseRecord(document)]
  } catch (error) {
    if (error instanceof GarbledField) return []
    throw error
  }
}

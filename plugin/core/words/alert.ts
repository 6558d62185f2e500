import type {FaultCode} from '../contract/fault.ts'
import type {Verdict} from '../contract/verdict.ts'

type AlertWords = {
  /** The school document's id: names are typed by people, and stay out. */
  school: string
  mismatches: readonly (readonly [Verdict, number])[]
  causes: readonly string[]
  fault: FaultCode | null
  studio: string | null
}

/**
 * What somebody is told when something goes wrong: counts and kinds in plain text, and where to look.
 *
 * @example alertText({school: 'tenantT', mismatches: [['missing', 2]], causes: [], fault: null, studio: null})
 */
export function alertText({school, mismatches, causes, fault, studio}: AlertWords): string {
  const count = mismatches.reduce((sum, [, each]) => sum + each, 0)
  const kinds = mismatches.map(([verdict, each]) => `${each} ${words(verdict)}`)
  const screen = mismatches.length > 0 ? 'mismatches' : 'health'
  return [
    `School ${school}:`,
    ...(count === 0
      ? []
      : [`${count} new ${count === 1 ? 'mismatch' : 'mismatches'} (${kinds.join(', ')}).`]),
    ...(causes.length === 0 ? [] : [`The webhook fails: ${causes.map(words).join(', ')}.`]),
    ...(fault === null ? [] : [`The scheduled check did not get through: ${words(fault)}.`]),
    ...(studio === null ? [] : [`${studio}/passes/${screen}?school=${encodeURIComponent(school)}`]),
  ].join(' ')
}

function words(code: string): string {
  return code.replaceAll('_', ' ')
}

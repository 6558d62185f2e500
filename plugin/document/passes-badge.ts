import type {PassesOptions} from '../options.ts'
import type {DocumentBadgeComponent} from '../studio-api.ts'
import {useGlance} from './use-glance.ts'

/** What does not agree, among the document's other badges; nothing while that is not known. */
export function passesBadge(options: PassesOptions): DocumentBadgeComponent {
  return function usePassesBadge({id, type}) {
    const {badge, title} = useGlance(options, {type, id})
    // A Studio draws no icon of a badge, its colour alone says nothing, and not every font has a sign for it.
    return badge === null ? null : {label: `! ${badge}`, title, color: 'warning'}
  }
}

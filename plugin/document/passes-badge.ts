import {useFirstText} from '../i18n/use-first-text.ts'
import type {PassesOptions} from '../options.ts'
import type {DocumentBadgeComponent} from '../studio-api.ts'
import {useGlance} from './use-glance.ts'

/** What does not agree, among the document's other badges; nothing while that is not known. */
export function passesBadge(options: PassesOptions): DocumentBadgeComponent {
  return function usePassesBadge({id, type}) {
    const text = useFirstText()
    const {badge, offer} = useGlance(options, {type, id})
    const words = badge(text)
    // A Studio draws no icon of a badge, its colour alone says nothing, and not every font has a sign for it.
    return words === null ? null : {label: `! ${words}`, title: offer(text).title, color: 'warning'}
  }
}

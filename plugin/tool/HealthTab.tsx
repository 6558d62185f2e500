import {useCurrentLocale} from 'sanity'
import {useHealthCount} from '../hooks/use-health-count.ts'
import {useSchool} from '../hooks/use-school.ts'
import {useFirstText} from '../i18n/use-first-text.ts'
import {ScreenTab, type ArrowsOfTabs} from './ScreenTab.tsx'

/** The tab of Health, which says without being opened that something there needs mending. */
export function HealthTab({label, selected, ...arrows}: ArrowsOfTabs & {label: string; selected: boolean}) {
  const text = useFirstText()
  const {school} = useSchool()
  const {id: locale} = useCurrentLocale()
  const failing = useHealthCount(school?.id ?? null) ?? 0
  const count = new Intl.NumberFormat(locale).format(failing)
  const alert = {count, label: text('tool.health_failing', {label, count: failing})}
  const shown = failing === 0 ? null : alert
  return <ScreenTab {...arrows} name="health" label={label} selected={selected} alert={shown} />
}

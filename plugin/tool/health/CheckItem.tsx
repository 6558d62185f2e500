import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useCurrentLocale} from 'sanity'
import type {HealthCheck} from '../../core/contract/health.ts'
import type {School} from '../../core/contract/school.ts'
import {checkSentence} from '../../core/words/check-sentence.ts'
import {useText} from '../../i18n/use-text.ts'
import {useTimes} from '../parts/use-times.ts'
import {CheckLinks} from './CheckLinks.tsx'

const ICONS = {
  ok: CheckmarkCircleIcon,
  warning: WarningOutlineIcon,
  failing: ErrorOutlineIcon,
  unknown: HelpCircleIcon,
} as const
const TONES = {ok: 'default', warning: 'caution', failing: 'critical', unknown: 'transparent'} as const

/** One check in words, what to do about it, and a way there where there is one. */
export function CheckItem({check, school}: {check: HealthCheck; school: School}) {
  const text = useText()
  const times = useTimes(school.timeZone)
  const {id: locale} = useCurrentLocale()
  const {id, state, remedy, setting} = check
  const list = (items: readonly string[]) => new Intl.ListFormat(locale, {type: 'conjunction'}).format(items)
  const {key, values} = checkSentence(check, {list, time: times.dateTime})
  const Icon = ICONS[state]
  return (
    <Card as="li" border radius={2} padding={3} tone={TONES[state]}>
      <Flex gap={3} align="flex-start">
        <Text size={1} aria-hidden>
          <Icon />
        </Text>
        <Stack gap={3} flex={1} style={{minWidth: 0, overflowWrap: 'anywhere'}}>
          <Text as="h3" size={1} weight="semibold">
            {text(`health.check.${id}`)}
          </Text>
          <Text size={1}>{text(key, values)}</Text>
          {remedy === null ? null : (
            <Text size={1} muted>
              {text(`health.remedy.${remedy}`, {setting: setting ?? ''})}
            </Text>
          )}
          <CheckLinks check={check} />
        </Stack>
      </Flex>
    </Card>
  )
}

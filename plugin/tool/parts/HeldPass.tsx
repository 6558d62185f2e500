import {LaunchIcon} from '@sanity/icons/Launch'
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useIntentLink} from 'sanity/router'
import type {Entitlement} from '../../core/contract/entitlement.ts'
import type {StoredTime} from '../../core/contract/instant.ts'
import {usePasses} from '../../hooks/passes-context.ts'
import type {FullWording} from './use-full-wording.ts'

/** One pass that a student holds, with the way to its document. */
export function HeldPass({entitlement, wording}: {entitlement: Entitlement; wording: FullWording}) {
  const {text} = wording
  const {schema} = usePasses()
  const {id, passName, classesLeft, type, starts, ends, active} = entitlement
  const link = useIntentLink({intent: 'edit', params: {id, type: schema.map.kinds.entitlement.type}})
  const classes =
    classesLeft === null
      ? type === 'monthly' || type === 'unlimited'
        ? text('entry.unlimited')
        : '–'
      : text('entry.classes_left', {count: classesLeft})
  return (
    <Card border radius={2} padding={3} tone={active ? 'default' : 'transparent'}>
      <Flex gap={3} align="center">
        <Stack gap={3} flex={1} style={{minWidth: 0}}>
          <Text size={1} weight="medium">
            {passName?.trim() || text('entry.no_name')}
          </Text>
          <Text size={1} muted>
            {[classes, active ? null : text('entry.inactive')].filter((word) => word !== null).join(' · ')}
          </Text>
          <Text size={1} muted>
            {text('entry.from_until', {from: timeWords(starts, wording), until: timeWords(ends, wording)})}
          </Text>
        </Stack>
        <Box flex="none">
          <Button
            as="a"
            href={link.href}
            onClick={link.onClick}
            mode="bleed"
            padding={2}
            fontSize={1}
            icon={LaunchIcon}
            aria-label={text('entry.open_pass')}
            title={text('entry.open_pass')}
          />
        </Box>
      </Flex>
    </Card>
  )
}

function timeWords(time: StoredTime | null, {text, times}: FullWording): string {
  if (time === null) return '–'
  return time.at === null ? text('entry.unreadable_date', {text: time.text}) : times.date(time.at)
}

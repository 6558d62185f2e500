import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CircleIcon} from '@sanity/icons/Circle'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {Box, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {BusyButton} from '../parts/BusyButton.tsx'
import type {School} from '../../core/contract/school.ts'
import {usePasses} from '../../hooks/passes-context.ts'
import {useText} from '../../i18n/use-text.ts'
import {CheckItem} from '../health/CheckItem.tsx'
import {FaultCard} from '../parts/FaultCard.tsx'
import {Waiting} from '../parts/Waiting.tsx'
import {useResource} from '../students/use-resource.ts'
import {SETUP_STEPS, setupSteps, type SetupStep} from './setup-steps.ts'

const ICONS = {done: CheckmarkCircleIcon, to_do: CircleIcon, unknown: HelpCircleIcon} as const

/** What has to be set up before the first payment is seen, each step with what Health says of it now. */
export function FirstRun({school}: {school: School}) {
  const text = useText()
  const {ask} = usePasses()
  const health = useResource(() => ask('health', {school: school.id}))
  if (health.state === 'loading') return <Waiting what={text('health.reading')} />
  if (health.state === 'failed') return <FaultCard fault={health.fault} onRetry={health.refresh} />
  const steps = setupSteps(health.value.checks)
  const done = steps.filter(({state}) => state === 'done').length
  return (
    <Card border radius={3} padding={[3, 4]} style={{width: '100%', maxWidth: '44rem'}}>
      <Stack gap={4}>
        <Flex align="center" justify="space-between" gap={3} wrap="wrap">
          <Heading as="h2" size={1}>
            {text('setup.title', {done, of: SETUP_STEPS.length})}
          </Heading>
          <BusyButton
            mode="ghost"
            fontSize={1}
            padding={3}
            text={text('health.again')}
            isBusy={health.refreshing}
            disabled={health.refreshing}
            onClick={health.refresh}
          />
        </Flex>
        <Stack as="ol" gap={4} padding={0} margin={0} style={{listStyle: 'none'}}>
          {steps.map((step) => (
            <Step key={step.name} step={step} school={school} />
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}

function Step({step: {name, state, checks}, school}: {step: SetupStep; school: School}) {
  const text = useText()
  const Icon = ICONS[state]
  return (
    <Box as="li">
      <Stack gap={3}>
        <Flex gap={3} align="center">
          <Text size={2} aria-hidden muted={state !== 'done'}>
            <Icon />
          </Text>
          <Text size={1} weight="medium">
            {`${text(`setup.${name}`)} · ${text(`setup.${state}`)}`}
          </Text>
        </Flex>
        {state === 'done' ? null : (
          <Stack gap={3} paddingLeft={[0, 5]}>
            <Text size={1} muted>
              {text(`setup.${name}.how`)}
            </Text>
            <Stack as="ul" gap={2} padding={0} margin={0} style={{listStyle: 'none'}}>
              {checks.map((check) => (
                <CheckItem key={check.id} check={check} school={school} />
              ))}
            </Stack>
          </Stack>
        )}
      </Stack>
    </Box>
  )
}

import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CircleIcon} from '@sanity/icons/Circle'
import {ClockIcon} from '@sanity/icons/Clock'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import type {PurchaseStep} from '../../../core/contract/purchase.ts'
import {useText, type Text as Say} from '../../../i18n/use-text.ts'
import {tookWords} from './took-words.ts'

const ICONS = {
  done: CheckmarkCircleIcon,
  waiting: ClockIcon,
  stuck: ErrorOutlineIcon,
  later: CircleIcon,
} as const
const TONES = {done: 'positive', waiting: 'default', stuck: 'critical', later: 'transparent'} as const

/** One step: whether it is done, how long it took or what it waits for, and what to do where it is stuck. */
export function PurchaseStepItem({step: of}: {step: PurchaseStep}) {
  const text = useText()
  const {step, state} = of
  const Icon = ICONS[state]
  const lines = linesOf(of, text)
  return (
    <Card as="li" border radius={2} padding={3} tone={TONES[state]} data-step={step}>
      <Flex gap={3} align="flex-start">
        <Text size={1} aria-hidden>
          <Icon />
        </Text>
        <Stack gap={3} flex={1} style={{minWidth: 0, overflowWrap: 'anywhere'}}>
          <Flex gap={3} justify="space-between" wrap="wrap">
            <Text size={1} weight="semibold">
              {text(`purchase.step.${step}`)}
            </Text>
            <Text size={1}>{text(`purchase.state.${state}`)}</Text>
          </Flex>
          {lines.map((line) => (
            <Text key={line} size={1} muted={state !== 'stuck'}>
              {line}
            </Text>
          ))}
        </Stack>
      </Flex>
    </Card>
  )
}

/** The reasons that ask something of somebody. */
const ASKING = [
  'not_bought',
  'not_taken',
  'not_told',
  'not_known',
  'failed',
  'only_notes',
  'for_a_person',
  'not_written',
  'not_shown',
] as const
/** The conditions of the student's own page that a pass may fail. */
const CLAUSES = ['student', 'active', 'ends', 'school'] as const

function linesOf({step, why, detail, ...of}: PurchaseStep, text: Say): string[] {
  const time = tookWords(of, text)
  if (time !== null) return [text(`purchase.took.${step}`, {time})]
  if (why === null) return []
  const asked = ASKING.find((reason) => reason === why)
  return [whyWords(why, detail, text), ...(asked === undefined ? [] : [text(`purchase.do.${asked}`)])]
}

function whyWords(why: NonNullable<PurchaseStep['why']>, detail: string | null, text: Say): string {
  if (why !== 'not_shown') return text(`purchase.why.${why}`, {detail: detail ?? ''})
  const clause = CLAUSES.find((name) => name === detail)
  if (clause === undefined) return text('purchase.why.not_shown')
  return text('purchase.why.not_shown_for', {detail: text(`answers.${clause}.fails`)})
}

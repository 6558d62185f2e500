import {Box, Stack, Text} from '@sanity/ui'
import type {Entitlement} from '../../core/contract/entitlement.ts'
import type {Facts} from '../../core/contract/facts.ts'
import {answers} from '../../core/reconcile/answers.ts'
import {useText, type Text as Say} from '../../i18n/use-text.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {AnswerLine} from './AnswerLine.tsx'

type PassAnswersProps = {entitlement: Entitlement; facts: Facts; wording: Wording; now: number}

/** "Does the student see it?" and "can they book with it?", clause by clause with the failing one in sight. */
export function PassAnswers({entitlement, facts, wording, now}: PassAnswersProps) {
  const text = useText()
  const {shown, bookable} = answers(entitlement, facts, now)
  const over = overWords(entitlement, {text, times: wording.times}, now)
  // A pass that ran its time, or was ended with a reason, is no trouble: one quiet line instead of two red ones.
  if (over !== null) return <AnswerLine clauses={bookable.clauses} isQuiet words={over} yes={false} />

  // What keeps it from being seen is said once.
  const said = new Set(shown.clauses.map(({clause}) => clause))
  return (
    <Stack gap={1}>
      <AnswerLine
        clauses={shown.clauses}
        words={text(shown.yes ? 'answers.shown.yes' : 'answers.shown.no')}
        yes={shown.yes}
      />
      {shown.yes && entitlement.school === null && (
        <Box paddingBottom={2} paddingLeft={4}>
          <Text muted size={1}>
            {text('answers.school_by_pass')}
          </Text>
        </Box>
      )}
      <AnswerLine
        clauses={bookable.clauses}
        said={said}
        words={text(bookable.yes ? 'answers.bookable.yes' : 'answers.bookable.no')}
        yes={bookable.yes}
      />
    </Stack>
  )
}

function overWords(
  entitlement: Entitlement,
  {text, times}: {text: Say; times: Wording['times']},
  now: number,
): string | null {
  const {ends, active, deactivationReason, upgradedAt, upgradedToPass} = entitlement
  const end = ends?.at ?? null
  if (!active && deactivationReason !== null) return text('answers.ended', {reason: deactivationReason})
  if (!active && (upgradedAt !== null || upgradedToPass !== null)) return text('answers.upgraded')
  return end !== null && end <= now ? text('answers.over', {date: times.date(end)}) : null
}

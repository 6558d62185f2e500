import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import type {Entitlement} from '../../core/contract/entitlement.ts'
import type {Facts} from '../../core/contract/facts.ts'
import {answers, type Answer, type Clause} from '../../core/reconcile/answers.ts'
import {useText} from '../../i18n/use-text.ts'

type PassAnswersProps = {entitlement: Entitlement; facts: Facts; now: number}

/**
 * "Does the student see it?" and "can they book with it?", each with its clauses. What fails is always in sight,
 * the rest is one click away.
 */
export function PassAnswers({entitlement, facts, now}: PassAnswersProps) {
  const text = useText()
  const {shown, bookable} = answers(entitlement, facts, now)
  return (
    <Stack gap={1}>
      <AnswerLine answer={shown} words={text(shown.yes ? 'answers.shown.yes' : 'answers.shown.no')} />
      <AnswerLine
        answer={bookable}
        words={text(bookable.yes ? 'answers.bookable.yes' : 'answers.bookable.no')}
      />
    </Stack>
  )
}

function AnswerLine({answer, words}: {answer: Answer; words: string}) {
  const text = useText()
  const list = useId()
  const [isWhole, setWhole] = useState(false)
  const clauses = isWhole ? answer.clauses : answer.clauses.filter(({holds}) => !holds)
  return (
    <Box>
      <Button
        aria-controls={list}
        aria-expanded={isWhole}
        fontSize={1}
        icon={isWhole ? ChevronDownIcon : ChevronRightIcon}
        justify="flex-start"
        mode="bleed"
        onClick={() => setWhole(!isWhole)}
        padding={2}
        text={words}
        title={text('answers.every_clause')}
        tone={answer.yes ? 'default' : 'critical'}
        width="fill"
      />
      <Stack
        as="ul"
        gap={2}
        hidden={clauses.length === 0}
        id={list}
        padding={2}
        paddingLeft={4}
        style={{listStyle: 'none', margin: 0}}
      >
        {clauses.map((clause) => (
          <ClauseLine clause={clause} key={clause.clause} />
        ))}
      </Stack>
    </Box>
  )
}

function ClauseLine({clause: {clause, holds}}: {clause: Clause}) {
  const text = useText()
  const Icon = holds ? CheckmarkIcon : CloseCircleIcon
  return (
    <Card as="li" data-holds={holds} radius={2} tone={holds ? 'default' : 'critical'}>
      <Flex gap={2} padding={holds ? 0 : 2}>
        <Text muted={holds} size={1}>
          <Icon aria-hidden />
        </Text>
        <Text muted={holds} size={1} weight={holds ? 'regular' : 'medium'}>
          {text(`answers.${clause}.${holds ? 'holds' : 'fails'}`)}
        </Text>
      </Flex>
    </Card>
  )
}

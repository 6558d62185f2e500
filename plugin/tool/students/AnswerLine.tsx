import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import type {Clause, ClauseName} from '../../core/reconcile/answers.ts'
import {useText} from '../../i18n/use-text.ts'

type AnswerLineProps = {
  words: string
  yes: boolean
  clauses: readonly Clause[]
  /** Nothing is wrong with the answer "no": no clause is shown until somebody asks. */
  isQuiet?: boolean
  /** Clauses whose failing stands somewhere else already. */
  said?: ReadonlySet<ClauseName>
}

/** One answer. What fails is always in sight, the clauses that hold are one click away. */
export function AnswerLine({words, yes, clauses, isQuiet = false, said}: AnswerLineProps) {
  const text = useText()
  const list = useId()
  const [isWhole, setWhole] = useState(false)
  const failing = isQuiet ? [] : clauses.filter(({clause, holds}) => !holds && said?.has(clause) !== true)
  const inSight = isWhole ? clauses : failing
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
        tone={yes || isQuiet ? 'default' : 'critical'}
        width="fill"
      />
      <Stack
        as="ul"
        gap={2}
        hidden={inSight.length === 0}
        id={list}
        padding={2}
        paddingLeft={4}
        style={{listStyle: 'none', margin: 0}}
      >
        {inSight.map((clause) => (
          <ClauseLine clause={clause} isQuiet={isQuiet} key={clause.clause} />
        ))}
      </Stack>
    </Box>
  )
}

function ClauseLine({clause: {clause, holds}, isQuiet}: {clause: Clause; isQuiet: boolean}) {
  const text = useText()
  const Icon = holds ? CheckmarkIcon : CloseCircleIcon
  const isLoud = !holds && !isQuiet
  return (
    <Card
      as="li"
      data-holds={holds}
      padding={isLoud ? 2 : 0}
      radius={2}
      tone={isLoud ? 'critical' : 'default'}
    >
      <Flex gap={2}>
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

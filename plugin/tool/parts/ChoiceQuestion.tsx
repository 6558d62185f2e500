import {Box, Card, Flex, Radio, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

type ChoiceQuestionProps<Value extends string> = {
  name: string
  question: string
  options: readonly {value: Value; words: string}[]
  chosen: string | undefined
  onChoose: (value: Value) => void
  /** What may be chosen beside the candidates. */
  children?: ReactNode
}

/** One question with its candidates; the person picks one. */
export function ChoiceQuestion<Value extends string>(props: ChoiceQuestionProps<Value>) {
  const {name, question, options, chosen, onChoose, children} = props
  return (
    <Stack as="fieldset" gap={3} style={{border: 0, margin: 0, padding: 0, minWidth: 0}}>
      <Box as="legend" paddingBottom={3}>
        <Text size={1} weight="medium">
          {question}
        </Text>
      </Box>
      {options.map(({value, words}) => (
        <Card key={value} as="label" border radius={2} padding={3}>
          <Flex gap={3} align="center">
            <Radio name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            <Text size={1}>{words}</Text>
          </Flex>
        </Card>
      ))}
      {children}
    </Stack>
  )
}

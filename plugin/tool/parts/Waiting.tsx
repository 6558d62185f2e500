import {Flex, Text} from '@sanity/ui'
import {Spinning} from './Spinning.tsx'

/** Something is being read, and what. */
export function Waiting({what}: {what: string}) {
  return (
    <Flex align="center" gap={3} justify="center" padding={5} as="output">
      <Spinning />
      <Text muted size={1}>
        {what}
      </Text>
    </Flex>
  )
}

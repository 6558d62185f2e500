import {Flex, Spinner, Text} from '@sanity/ui'

/** Something is being read, and what. */
export function Waiting({what}: {what: string}) {
  return (
    <Flex align="center" gap={3} justify="center" padding={5} as="output">
      <Spinner muted />
      <Text muted size={1}>
        {what}
      </Text>
    </Flex>
  )
}

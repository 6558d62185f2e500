import {Box, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

export type FactLine = {label: string; value: ReactNode}

/** Facts as labels and values; a fact that is not there is not shown. */
export function FactLines({lines}: {lines: readonly (FactLine | null)[]}) {
  return (
    <Stack as="dl" gap={3} style={{margin: 0}}>
      {lines.map((line) =>
        line === null ? null : (
          <Flex key={line.label} gap={3}>
            <Box as="dt" flex="none" style={{width: '7rem'}}>
              <Text size={1} muted>
                {line.label}
              </Text>
            </Box>
            <Box as="dd" flex={1} style={{margin: 0, minWidth: 0, overflowWrap: 'anywhere'}}>
              <Text size={1}>{line.value}</Text>
            </Box>
          </Flex>
        ),
      )}
    </Stack>
  )
}

import {Box, Card, Text} from '@sanity/ui'
import {useText} from '../../i18n/use-text.ts'

export type TableLine = {label: string; value: string; before: string | null}

/** Fields of one pass, what stands in them and what stood there before. */
export function LineTable({lines}: {lines: readonly TableLine[]}) {
  return (
    <Card border radius={2} overflow="hidden">
      <Box as="dl" style={{margin: 0}}>
        {lines.map((line, place) => (
          <Line key={line.label} line={line} isLast={place === lines.length - 1} />
        ))}
      </Box>
    </Card>
  )
}

function Line({line: {label, value, before}, isLast}: {line: TableLine; isLast: boolean}) {
  const text = useText()
  return (
    // One element around term and value: a list of terms allows no deeper nesting.
    <Card borderBottom={!isLast} paddingX={3} paddingY={3} style={{display: 'flex', gap: '0.75rem'}}>
      <Box as="dt" flex="none" style={{width: 'clamp(6rem, 32%, 8.5rem)', overflowWrap: 'anywhere'}}>
        <Text size={1} muted>
          {label}
        </Text>
      </Box>
      <Box as="dd" flex={1} style={{margin: 0, minWidth: 0, overflowWrap: 'anywhere'}}>
        <Text size={1}>
          {value}
          {before === null ? null : (
            <span
              style={{color: 'var(--card-muted-fg-color)'}}
            >{` (${text('repair.before')}: ${before})`}</span>
          )}
        </Text>
      </Box>
    </Card>
  )
}

import {Heading, Stack, Text} from '@sanity/ui'
import type {HealthAnswer} from '../../core/contract/health.ts'
import {useText} from '../../i18n/use-text.ts'

/** How many sales have their pass, over a week and a month. */
export function SalesLines({sales}: Pick<HealthAnswer, 'sales'>) {
  const text = useText()
  return (
    <Stack gap={3} as="section" aria-label={text('health.sales')}>
      <Heading as="h2" size={1}>
        {text('health.sales')}
      </Heading>
      {sales === null ? (
        <Text size={1}>{text('health.not_read')}</Text>
      ) : (
        sales.map(({days, paid, granted, complete}) => (
          <Text key={days} size={1}>
            {text(complete ? 'health.sales_of' : 'health.sales_newest', {days, paid, granted})}
          </Text>
        ))
      )}
    </Stack>
  )
}

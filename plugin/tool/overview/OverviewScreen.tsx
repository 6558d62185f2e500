import {Box, Container} from '@sanity/ui'
import {usePasses} from '../../hooks/passes-context.ts'
import {useText} from '../../i18n/use-text.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {Waiting} from '../parts/Waiting.tsx'
import {useResource} from '../students/use-resource.ts'
import {SchoolCards} from './SchoolCards.tsx'

/** Every school that somebody may act for, with what is remembered of it; Stripe is asked only where they count. */
export function OverviewScreen() {
  const text = useText()
  const {ask} = usePasses()
  const overview = useResource(() => ask('overview', {}))
  return (
    <Box height="fill" overflow="auto" padding={[3, 4, 5]}>
      <Container width={2}>
        {overview.state === 'loading' ? <Waiting what={text('tool.loading')} /> : null}
        {overview.state === 'failed' ? <FaultCard fault={overview.fault} onRetry={overview.refresh} /> : null}
        {overview.state === 'ready' ? (
          <SchoolCards
            answer={overview.value}
            stale={overview.stale}
            isReading={overview.refreshing}
            onRefresh={overview.refresh}
          />
        ) : null}
      </Container>
    </Box>
  )
}

import {Box} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useSchools} from '../../hooks/use-schools.ts'
import {useFirstText} from '../../i18n/use-first-text.ts'
import {FaultCard} from './FaultCard.tsx'
import {Waiting} from './Waiting.tsx'

/** No screen can say anything before it is known which schools somebody may act for. */
export function SchoolGate({children}: {children: ReactNode}) {
  const text = useFirstText()
  const schools = useSchools()
  if (schools.state === 'loading') return <Waiting what={text('tool.loading')} />
  if (schools.state === 'failed') {
    return (
      <Box padding={[3, 4, 5]}>
        <FaultCard fault={schools.fault} onRetry={schools.refresh} />
      </Box>
    )
  }
  if (schools.schools.length > 0) return children
  return (
    <Box padding={[3, 4, 5]}>
      <FaultCard
        title={text('tool.no_schools.title')}
        action={text('tool.no_schools.action')}
        button={text('tool.check_again')}
        onRetry={schools.refresh}
      />
    </Box>
  )
}

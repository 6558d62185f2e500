import {Box} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useRoute} from '../../hooks/use-route.ts'
import {useSchool} from '../../hooks/use-school.ts'
import {useFirstText} from '../../i18n/use-first-text.ts'
import {FaultCard} from './FaultCard.tsx'

/** A link that a colleague sent opens what they saw, or says why not: never another school as if it were theirs. */
export function LinkGate({children}: {children: ReactNode}) {
  const text = useFirstText()
  const {search} = useRoute()
  const {school, choose} = useSchool()
  const {school: named} = search
  if (named === undefined || school === null || named === school.id) return children
  return (
    <Box padding={[3, 4, 5]}>
      <FaultCard
        title={text('tool.other_school.title')}
        action={text('tool.other_school.action', {id: named})}
        button={text('tool.other_school.open', {school: school.name})}
        onRetry={() => choose(school.id)}
      />
    </Box>
  )
}

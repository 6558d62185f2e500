import {Box} from '@sanity/ui'
import {useEffect, useEffectEvent, type ReactNode} from 'react'
import {useRoute} from '../../hooks/use-route.ts'
import {useSchool} from '../../hooks/use-school.ts'
import {useFirstText} from '../../i18n/use-first-text.ts'
import {FaultCard} from './FaultCard.tsx'

/**
 * A link that a colleague sent opens what they saw, or says why not: never another school as if it were theirs. So the
 * address names the school that somebody looks at, also where it is the first of theirs.
 */
export function LinkGate({children}: {children: ReactNode}) {
  const text = useFirstText()
  const {screen, search, go} = useRoute()
  const {school, choose} = useSchool()
  const {school: named} = search
  const unsaid = named === undefined && screen !== 'schools' ? (school?.id ?? null) : null
  // Nobody chose it, so there is nothing to come back from.
  const say = useEffectEvent((id: string) => go({search: {...search, school: id}}, {replace: true}))
  useEffect(() => {
    if (unsaid !== null) say(unsaid)
  }, [unsaid])
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

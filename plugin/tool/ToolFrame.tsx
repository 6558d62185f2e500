import {Box, Card, Flex, Heading, Select, Spinner, TabList, Text} from '@sanity/ui'
import {lazy, Suspense} from 'react'
import type {School} from '../core/contract/school.ts'
import {useRoute} from '../hooks/use-route.ts'
import {useSchool} from '../hooks/use-school.ts'
import {useSchools} from '../hooks/use-schools.ts'
import {useText} from '../i18n/use-text.ts'
import {CrashCard} from './parts/CrashCard.tsx'
import {FaultCard} from './parts/FaultCard.tsx'
import {ScreenTab} from './ScreenTab.tsx'

const MismatchesScreen = lazy(() =>
  import('./mismatches/MismatchesScreen.tsx').then((module) => ({default: module.MismatchesScreen})),
)
const StudentsScreen = lazy(() =>
  import('./students/StudentsScreen.tsx').then((module) => ({default: module.StudentsScreen})),
)

/** The screens, in the order of their tabs; the first is the one at the tool's own address. */
const SCREENS = [
  {name: 'mismatches', label: 'tool.mismatches', Screen: MismatchesScreen},
  {name: 'students', label: 'tool.students', Screen: StudentsScreen},
] as const

/** What stands around every screen: which school, whether it is real money, and the way to the other screens. */
export function ToolFrame({title}: {title: string}) {
  const text = useText()
  const route = useRoute()
  const {name: current, Screen} = SCREENS.find(({name}) => name === route.screen) ?? SCREENS[0]
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <Card borderBottom flex="none" paddingX={[3, 3, 4]} paddingY={2}>
        <Flex align="center" gap={[2, 3, 4]} wrap="wrap">
          <Box display={['none', 'none', 'block']}>
            <Heading as="h1" size={1}>
              {title}
            </Heading>
          </Box>
          <TabList gap={1} aria-label={text('tool.tabs')}>
            {SCREENS.map(({name, label}) => (
              <ScreenTab key={name} name={name} label={text(label)} selected={name === current} />
            ))}
          </TabList>
          <Box flex={1} />
          <SchoolChooser />
        </Flex>
      </Card>
      <TestBanner />
      <Box
        as="main"
        id="passes-screen"
        role="tabpanel"
        aria-labelledby={`passes-tab-${current}`}
        flex={1}
        overflow="hidden"
        style={{minHeight: 0}}
      >
        <CrashCard key={current}>
          <Suspense fallback={<Waiting />}>
            <SchoolGate>
              <Screen />
            </SchoolGate>
          </Suspense>
        </CrashCard>
      </Box>
    </Flex>
  )
}

function Waiting() {
  const text = useText()
  return (
    <Flex align="center" justify="center" gap={3} padding={6} role="status">
      <Spinner muted />
      <Text muted size={1}>
        {text('tool.loading')}
      </Text>
    </Flex>
  )
}

/** No screen can say anything before it is known which schools somebody may act for. */
function SchoolGate({children}: {children: React.ReactNode}) {
  const text = useText()
  const schools = useSchools()
  if (schools.state === 'loading') return <Waiting />
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

function TestBanner() {
  const text = useText()
  const schools = useSchools()
  if (schools.state !== 'ready' || schools.live) return null
  return (
    <Card tone="caution" borderBottom flex="none" paddingX={[3, 3, 4]} paddingY={2} role="note">
      <Text size={1} weight="medium">
        {text('tool.test_banner')}
      </Text>
    </Card>
  )
}

function SchoolChooser() {
  const text = useText()
  const schools = useSchools()
  const {school, choose} = useSchool()
  if (schools.state !== 'ready' || school === null) return null
  if (schools.schools.length === 1) {
    return (
      <Text size={1} muted textOverflow="ellipsis">
        {school.name}
      </Text>
    )
  }
  return (
    <Box style={{maxWidth: '14rem'}}>
      <Select
        aria-label={text('tool.school')}
        fontSize={1}
        padding={2}
        value={school.id}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {schools.schools.map(({id, name}: School) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Box>
  )
}

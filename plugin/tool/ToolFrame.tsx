import {Box, Card, Flex, Heading, Select, TabList, Text} from '@sanity/ui'
import type {School} from '../core/contract/school.ts'
import {useRoute} from '../hooks/use-route.ts'
import {useSchool} from '../hooks/use-school.ts'
import {useSchools} from '../hooks/use-schools.ts'
import {useFirstText} from '../i18n/use-first-text.ts'
import {HealthTab} from './HealthTab.tsx'
import {ActivityScreen, HealthScreen, OverviewScreen, StudentsScreen} from './later-parts.ts'
import {MismatchesScreen} from './mismatches/MismatchesScreen.tsx'
import {FocusRing} from './parts/FocusRing.tsx'
import {Late} from './parts/Late.tsx'
import {LinkGate} from './parts/LinkGate.tsx'
import {LiveRegion} from './parts/LiveRegion.tsx'
import {SchoolGate} from './parts/SchoolGate.tsx'
import {ScreenTab} from './ScreenTab.tsx'

/** The screens, in the order of their tabs; the first is the one at the tool's own address. */
const SCREENS = [
  {name: 'mismatches', label: 'tool.mismatches', Screen: MismatchesScreen},
  {name: 'students', label: 'tool.students', Screen: StudentsScreen},
  {name: 'activity', label: 'tool.activity', Screen: ActivityScreen},
  {name: 'health', label: 'tool.health', Screen: HealthScreen},
  {name: 'schools', label: 'tool.schools', Screen: OverviewScreen},
] as const

/** What stands around every screen: which school, whether it is real money, and the way to the other screens. */
export function ToolFrame({title}: {title: string}) {
  const text = useFirstText()
  const route = useRoute()
  const schools = useSchools()
  const hasMany = schools.state === 'ready' && schools.schools.length > 1
  const {name: current, Screen} = SCREENS.find(({name}) => name === route.screen) ?? SCREENS[0]
  return (
    <Flex direction="column" height="fill" overflow="hidden" id="passes-tool">
      <FocusRing />
      <Card borderBottom flex="none" paddingX={[3, 3, 4]} paddingY={2}>
        <Flex align="center" gap={[2, 3, 4]} wrap="wrap">
          <Box display={['none', 'none', 'block']}>
            <Heading as="h1" size={1}>
              {title}
            </Heading>
          </Box>
          <TabList gap={1} aria-label={text('tool.tabs')}>
            {SCREENS.filter(({name}) => name !== 'schools' || name === current || hasMany).map(
              ({name, label}) =>
                name === 'health' ? (
                  <HealthTab key={name} label={text(label)} selected={name === current} />
                ) : (
                  <ScreenTab key={name} name={name} label={text(label)} selected={name === current} />
                ),
            )}
          </TabList>
          {current === 'schools' ? null : <SchoolChooser />}
        </Flex>
      </Card>
      <TestBanner />
      <LiveRegion />
      <Box
        id="passes-screen"
        role="tabpanel"
        aria-labelledby={`passes-tab-${current}`}
        flex={1}
        overflow="hidden"
        style={{minHeight: 0}}
      >
        <Late key={current}>
          <SchoolGate>
            <LinkGate>
              <Screen />
            </LinkGate>
          </SchoolGate>
        </Late>
      </Box>
    </Flex>
  )
}

function TestBanner() {
  const text = useFirstText()
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

// Not by something between that grows: on a phone it would take a line of its own.
const AT_THE_END = {marginLeft: 'auto'}

function SchoolChooser() {
  const text = useFirstText()
  const schools = useSchools()
  const {school, choose} = useSchool()
  if (schools.state !== 'ready' || school === null) return null
  if (schools.schools.length === 1) {
    return (
      // On a phone it would take a line, and there is nothing to choose.
      <Box display={['none', 'none', 'block']} style={AT_THE_END}>
        <Text size={1} muted textOverflow="ellipsis">
          {school.name}
        </Text>
      </Box>
    )
  }
  return (
    <Box style={{...AT_THE_END, maxWidth: '14rem'}}>
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

import {Badge, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {IntentLink} from 'sanity/router'
import {usePasses} from '../../hooks/passes-context.ts'
import {useText} from '../../i18n/use-text.ts'
import type {Identity} from '../../engine/identities.ts'

/** Who this is: every user document of the person, and what ties each to the one that was asked for. */
export function Identities({identities, isOpen}: {identities: readonly Identity[]; isOpen: boolean}) {
  const text = useText()
  const [opened, ...others] = identities
  if (opened === undefined) return null
  return (
    <Stack gap={4}>
      <Stack gap={3}>
        <Heading as="h2" size={1} style={{overflowWrap: 'anywhere'}}>
          {opened.student.name?.trim() || text('entry.no_name')}
        </Heading>
        <IdentityLine hasLink={!isOpen} identity={opened} />
      </Stack>
      {others.length > 0 && (
        <Card border padding={3} radius={2} tone="caution">
          <Stack gap={4}>
            <Text as="h3" size={1} weight="medium">
              {text('students.identities', {count: others.length})}
            </Text>
            {others.map((identity) => (
              <IdentityLine hasLink identity={identity} isNamed key={identity.student.id} />
            ))}
          </Stack>
        </Card>
      )}
    </Stack>
  )
}

type IdentityLineProps = {identity: Identity; hasLink: boolean; isNamed?: boolean}

function IdentityLine({identity, hasLink, isNamed = false}: IdentityLineProps) {
  const text = useText()
  const {schema} = usePasses()
  const {student, sharedBy} = identity
  const facts = [
    ...(isNamed ? [student.name?.trim() || text('entry.no_name')] : []),
    student.email ?? text('students.no_email'),
    student.clerkId ?? text('students.no_clerk_id', {id: student.id}),
  ]
  return (
    <Flex align="center" gap={2} wrap="wrap">
      <Text muted={!isNamed} size={1} style={{overflowWrap: 'anywhere'}}>
        {facts.join(' · ')}
      </Text>
      {sharedBy !== 'opened' && <Badge tone="caution">{text(`students.shared_by.${sharedBy}`)}</Badge>}
      {student.role !== null && student.role !== 'student' && (
        <Badge>{text('students.role', {role: student.role})}</Badge>
      )}
      {!student.active && <Badge tone="caution">{text('entry.inactive')}</Badge>}
      {hasLink && (
        <Text size={1}>
          <IntentLink intent="edit" params={{id: student.id, type: schema.map.kinds.student.type}}>
            {text('students.open_document')}
          </IntentLink>
        </Text>
      )}
    </Flex>
  )
}

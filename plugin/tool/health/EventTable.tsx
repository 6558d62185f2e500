import {Heading, Stack, Text} from '@sanity/ui'
import {IntentLink} from 'sanity/router'
import type {HealthAnswer, HealthEvent} from '../../core/contract/health.ts'
import {outcomeOf} from '../../core/contract/event-outcome.ts'
import type {School} from '../../core/contract/school.ts'
import {isNeeded} from '../../core/contract/webhook-events.ts'
import {usePasses} from '../../hooks/passes-context.ts'
import {useText} from '../../i18n/use-text.ts'
import {useMoney} from '../parts/use-money.ts'
import {useTimes} from '../parts/use-times.ts'

// One line each: what does not fit beside it is scrolled to.
const CELL = {padding: '0.5rem 1rem 0.5rem 0', whiteSpace: 'nowrap'} as const
const COLUMNS = ['at', 'event', 'amount', 'pass', 'outcome'] as const

/** The last events, each with its pass and what became of it. On a narrow screen the table scrolls by itself. */
export function EventTable({events, school}: Pick<HealthAnswer, 'events'> & {school: School}) {
  const text = useText()
  const title = text('health.events')
  return (
    <Stack
      gap={3}
      as="section"
      aria-label={title}
      tabIndex={0}
      style={{overflow: 'auto', paddingBlock: '0.25rem'}}
    >
      <Heading as="h2" size={1}>
        {title}
      </Heading>
      {events === null || events.length === 0 ? (
        <Text size={1}>{text(events === null ? 'health.not_read' : 'health.events.none')}</Text>
      ) : (
        <table style={{width: '100%', textAlign: 'left'}}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" style={CELL}>
                  <Text size={1} muted weight="medium">
                    {text(`health.column.${column}`)}
                  </Text>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <EventRow key={event.id} event={event} school={school} />
            ))}
          </tbody>
        </table>
      )}
    </Stack>
  )
}

function EventRow({event, school}: {event: HealthEvent; school: School}) {
  const text = useText()
  const times = useTimes(school.timeZone)
  const money = useMoney()
  const {at, type, amount, pass} = event
  const cells = {
    at: times.dateTime(at),
    event: isNeeded(type) ? text(`health.event.${type}`) : type,
    amount: amount === null ? '' : money(amount),
    pass: pass === null ? '' : <PassName {...pass} />,
    outcome: text(`health.outcome.${outcomeOf(event)}`),
  }
  return (
    <tr>
      {COLUMNS.map((column) => (
        <td key={column} style={CELL}>
          <Text size={1}>{cells[column]}</Text>
        </td>
      ))}
    </tr>
  )
}

/** With the way to its document, which stands there if its name is known. */
function PassName({id, name}: NonNullable<HealthEvent['pass']>) {
  const {schema} = usePasses()
  if (name === null) return id
  return (
    <IntentLink intent="edit" params={{id, type: schema.map.kinds.pass.type}}>
      {name.trim() || id}
    </IntentLink>
  )
}

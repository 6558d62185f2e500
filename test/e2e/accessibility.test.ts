import {holdStates} from './states/hold-states.ts'
import {WORLDS} from './states/worlds.ts'

/** One of each kind; `npm run test:slow` has every state of every screen. */
const SOME: ReadonlySet<string> = new Set([
  'row-open',
  'preview',
  'student-answers',
  'inspector-answers',
  'students-found',
  'activity',
  'undo',
  'many-outcome',
  'norsk-row-open',
])

holdStates(
  WORLDS.flatMap((world) => {
    const states = world.states.filter(({name}) => SOME.has(name))
    return states.length === 0 ? [] : [{...world, states}]
  }),
)

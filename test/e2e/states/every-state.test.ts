import {holdStates} from './hold-states.ts'
import {WORLDS} from './worlds.ts'

holdStates(WORLDS)

import {createEngine} from './engine.ts'
import type {ToEngine} from './messages.ts'

// Runs in a worker of its own: neither the reading nor the judging of ten thousand payments stops a finger.
const hear = createEngine((message) => postMessage(message))
addEventListener('message', (event: MessageEvent<ToEngine>) => hear(event.data))

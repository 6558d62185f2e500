import {keyboard} from './hands/keyboard.ts'
import {walkJobs} from './jobs/walk-jobs.ts'

// Whoever can do it without a mouse can do it with one: `npm run test:slow` walks it so.
walkJobs('by keyboard alone', keyboard)

import {mouse} from '../hands/mouse.ts'
import {walkJobs} from './walk-jobs.ts'

walkJobs('by mouse', mouse)

import type {Page} from 'playwright-core'
import type {Sale} from '../../../studio/local/seed/sale.ts'
import type {SeedClock} from '../../../studio/local/seed/seed-clock.ts'
import type {Hand} from '../hands/hand.ts'
import type {SharedSetup} from '../setup.ts'
import type {LakeChange} from './lake-change.ts'

/** What a job is done with. */
export interface Walk extends SharedSetup {
  page: Page
  hand: Hand
  /** What stands in the lake now, and did not when the walk began. */
  changed: () => LakeChange
}

/** Something that an admin comes to do, from the first click to what stands in the lake afterwards. */
export interface Job {
  /** What is to be done, as a sentence. */
  name: string
  /** The address that it begins at. */
  from: string
  /** Who paid for what beside the demo's own, and got nothing. */
  sales?: (clock: SeedClock) => Sale[]
  walk: (walk: Walk) => Promise<void>
}

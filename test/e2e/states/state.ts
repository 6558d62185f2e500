import type {Page} from 'playwright-core'
import type {Demo, DemoOptions} from '../../../studio/local/demo/start-demo.ts'
import type {DemoSeed} from '../../../studio/local/seed/demo-seed.ts'
import type {Language, Who} from '../setup.ts'

/** A school to look at, and what can be seen of it. */
export interface World {
  name: string
  /** What is different from the demo schools. */
  change?: (seed: DemoSeed, now: Date) => DemoSeed
  environment?: DemoOptions['environment']
  /** English unless said. */
  language?: Language
  schema?: DemoOptions['schema']
  /** What happened before anybody looks. */
  prepare?: (at: Place) => Promise<void>
  states: readonly State[]
}

export interface Place {
  demo: Demo
  seed: DemoSeed
}

/** Something that a screen can look like. Each is arrived at once: what it writes stays written. */
export interface State {
  name: string
  path: string
  /** Ingrid unless said. */
  as?: Who
  /** The part of the page that is ours; the tool's screen unless said. */
  part?: string
  arrive: (page: Page, at: Place) => Promise<unknown>
}

export const DIALOG = '[role=dialog]'
export const INSPECTOR = '[data-ui="DocumentInspectorPanel"]'

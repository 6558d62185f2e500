import {fork} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import type {LakeDocument} from '../../../studio/local/lake/lake-document.ts'
import type {DemoSeed} from '../../../studio/local/seed/demo-seed.ts'

/** Where the demo's lake and function answer, and what they began with. */
export type FarSide = {
  lake: {projectId: string; dataset: string; url: string}
  endpoint: string
  /** Of each demo person. */
  tokens: Record<string, string>
  documents: LakeDocument[]
  walk: DemoSeed['walk']
}

/** What Stripe does badly from now on; `failNext: 0` ends all failing. */
export type Trouble = {latencyMs?: number; failNext?: number}

/** The demo's lake, Stripe and function, for whoever closes them. */
export async function startFarSide(): Promise<
  FarSide & {trouble: (trouble: Trouble) => Promise<void>; close: () => Promise<void>}
> {
  const child = fork(join(import.meta.dirname, 'far-side.ts'))
  const side = await new Promise<FarSide>((resolve, reject) => {
    child.once('message', resolve)
    child.once('error', reject)
  })
  return {
    ...side,
    async close() {
      const gone = once(child, 'exit')
      child.kill()
      await gone
    },
    async trouble(trouble) {
      child.send(trouble)
      await once(child, 'message')
    },
  }
}

import {faultOf} from '../api/fault-of.ts'
import {shareLake, type Lake, type LakeEvent} from '../live/lake.ts'
import {createCalls} from './calls.ts'
import type {ToEngine, ToPage} from './messages.ts'

/** What an engine has of its page: the person's token, the Studio's ear in the lake, and when somebody comes back. */
export type PagePort = {
  token: () => Promise<string | null>
  lake: Lake
  onWake: (wake: () => void) => () => void
  /** To be called with what the page says about these. */
  hear: (message: Said) => void
}

type Said = Extract<ToEngine, {say: 'heard' | 'wake' | 'answer' | 'no answer'}>

export function createPagePort(post: (message: ToPage) => void): PagePort {
  const calls = createCalls<unknown>()
  const wakers = new Set<() => void>()
  let tell: ((event: LakeEvent) => void) | null = null

  return {
    async token() {
      const token = await calls.ask((call) => post({say: 'token?', call}))
      return typeof token === 'string' ? token : null
    },
    lake: shareLake({
      document: (id) => calls.ask((call) => post({say: 'document?', call, id})),
      listen(onEvent) {
        tell = onEvent
        post({say: 'listen', on: true})
        return () => {
          tell = null
          post({say: 'listen', on: false})
        }
      },
    }),
    onWake(wake) {
      wakers.add(wake)
      return () => wakers.delete(wake)
    },
    hear(message) {
      if (message.say === 'heard') tell?.(message.event)
      else if (message.say === 'answer') calls.answer(message.call, message.value)
      else if (message.say === 'no answer') calls.refuse(message.call, faultOf(message.fault))
      else for (const wake of wakers) wake()
    },
  }
}

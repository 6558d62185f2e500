import {useState} from 'react'
import type {Fault} from '../../core/contract/fault.ts'
import type {MessageNote, MessageRequest, StudentMessage} from '../../core/contract/message.ts'
import {useMessages} from '../../hooks/use-messages.ts'
import {asFault} from '../../live/as-fault.ts'

/** A message that somebody may send, and where it is noted. */
export type Tellable = {
  message: StudentMessage
  /** Whom it is about, in words. */
  whose: string
  /** The record of the repair; null for a pass that was not made here. */
  record: string | null
  note: MessageNote | null
}

export type Telling = {
  open: Tellable | null
  /** The last note could not be made. */
  fault: Fault | null
  start: (tellable: Tellable) => void
  told: (channel: 'copy' | 'mail') => void
  confirmed: () => void
  close: () => void
}

/** One message on its way to a student: shown, copied or opened in mail by a person, and noted as told. */
export function useTelling(school: string): Telling {
  const {note: noteOn} = useMessages(school)
  const [open, setOpen] = useState<Tellable | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)

  const say = async (of: Tellable, request: MessageRequest) => {
    setFault(null)
    try {
      const note = await noteOn(request)
      setOpen((now) => (now?.record === of.record ? {...now, note} : now))
    } catch (error) {
      setFault(asFault(error))
    }
  }
  const start = (tellable: Tellable | null) => {
    setFault(null)
    setOpen(tellable)
  }

  return {
    open,
    fault,
    start,
    told(channel) {
      const record = open?.record ?? null
      if (open !== null && record !== null) void say(open, {record, state: 'told', channel})
    },
    confirmed() {
      const record = open?.record ?? null
      if (open !== null && record !== null) void say(open, {record, state: 'confirmed'})
    },
    close: () => start(null),
  }
}

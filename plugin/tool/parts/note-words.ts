import type {MessageNote} from '../../core/contract/message.ts'
import type {Wording} from './evidence-words.ts'

/** What became of telling the student: `Told by mail, 12 Sep 2026, 10:31`. */
export function noteWords({channel, state, at}: MessageNote, {text, times}: Wording): string {
  const when = times.dateTime(at)
  return state === 'told'
    ? text(`message.state.told_${channel}`, {when})
    : text(`message.state.${state}`, {when})
}

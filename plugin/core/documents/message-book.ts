import type {Instant} from '../contract/instant.ts'
import {toIso} from '../contract/instant.ts'
import {isShape, listIn, type Shape} from '../contract/shape.ts'
import {textHash} from '../contract/text-hash.ts'
import type {StateDocument} from './sync-document.ts'

const LONGEST_ID = 100
const ID = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/

/** For what a school's students were sent a message by the platform on one day, so that nothing is sent twice. */
export type MessageBook = {
  school: string
  /** `2026-09-12`, in UTC. */
  day: string
  /** Payments, or whatever else a repair's records are named after. */
  sentFor: string[]
}

/** A dot keeps a document private. */
export function messageBookId(school: string): string {
  const id = `passMessages.${school}`
  return id.length <= LONGEST_ID && ID.test(school) ? id : `passMessages.${textHash(school)}`
}

export function messageBookDocument({school, day, sentFor}: MessageBook): StateDocument {
  return {
    _id: messageBookId(school),
    _type: 'passMessages',
    fields: {school: {_type: 'reference', _ref: school, _weak: true}, day, sentFor},
  }
}

/** A school's book of today, in our words: what stands there of another day counts no more. */
export function parseMessageBook(document: Shape | undefined, school: string, now: Instant): MessageBook {
  const day = toIso(now).slice(0, 10)
  const isOfToday = isShape(document) && document['day'] === day
  const sentFor = isOfToday ? listIn(document, 'sentFor').filter((id) => typeof id === 'string') : []
  return {school, day, sentFor}
}

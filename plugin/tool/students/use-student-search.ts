import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import type {Fault} from '../../core/contract/fault.ts'
import {usePasses} from '../../hooks/passes-context.ts'
import {asFault} from '../../live/as-fault.ts'
import {lookUpStudents, type StudentHit} from './look-up-students.ts'
import {searchTerm, type SearchTerm} from './search-term.ts'

/** How long the typing has to rest before a search is sent. */
const REST_MS = 200

const CLIENT = {apiVersion: '2025-02-19'}

type Outcome = {asked: string; term: SearchTerm; hits: StudentHit[]; fault: Fault | null}

export type StudentSearch = Omit<Outcome, 'asked'> & {
  /** What is shown belongs to an earlier question, and the next answer is under way. */
  searching: boolean
  /** Asks the same again, after a fault. */
  again: () => void
}

/**
 * Students that fit what is typed, searched for when the typing rests. The last answer stays until the next is there.
 *
 * @example const {hits, searching, fault} = useStudentSearch('ada lov', school.id)
 */
export function useStudentSearch(typed: string, school: string): StudentSearch {
  const client = useClient(CLIENT)
  const {ask, engine, schema} = usePasses()
  const [turn, setTurn] = useState(0)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const asked = JSON.stringify([typed.trim(), school, turn])

  useEffect(() => {
    const term = searchTerm(typed)
    if (term.kind === 'nothing') return undefined
    const gone = new AbortController()
    const look = async () => {
      const place = {client, schema, ask, school, judge: engine.judge, signal: gone.signal}
      const found = await lookUpStudents(term, place).then(
        (hits) => ({hits, fault: null}),
        (error: unknown) => ({hits: [], fault: asFault(error)}),
      )
      if (!gone.signal.aborted) setOutcome({asked, term, ...found})
    }
    const resting = setTimeout(() => void look(), REST_MS)
    return () => {
      clearTimeout(resting)
      gone.abort()
    }
  }, [asked, typed, school, client, schema, ask, engine])

  const again = () => setTurn(turn + 1)
  const term = searchTerm(typed)
  if (term.kind === 'nothing') return {term, hits: [], fault: null, searching: false, again}
  if (outcome === null) return {term, hits: [], fault: null, searching: true, again}
  return {...outcome, searching: outcome.asked !== asked, again}
}

import {createContext, use} from 'react'
import type {PassesSession} from './passes-session.ts'

export const PassesContext = createContext<PassesSession | null>(null)

/** The session of this Studio; only below `PassesProvider`. */
export function usePasses(): PassesSession {
  const session = use(PassesContext)
  if (session === null) throw new Error('a hook of stripe-passes was used outside PassesProvider')
  return session
}

import {useEffect} from 'react'
import {LIKELY} from './later-parts.ts'
import {inTurnWhenIdle} from './parts/when-idle.ts'

/**
 * Loads what somebody is likely to open next, one after the other while the browser has nothing to do: then it is there
 * when they do. Sentences need no asking for: a Studio loads all of its language when it starts.
 *
 * @param isReady what they came for is there
 */
export function useLikelyParts(isReady: boolean): void {
  useEffect(() => (isReady ? inTurnWhenIdle(LIKELY.map(({ahead}) => ahead)) : undefined), [isReady])
}

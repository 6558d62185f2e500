import {use, useEffect} from 'react'
import {useLanguage} from '../i18n/language.ts'
import {LIKELY} from './later-parts.ts'
import {inTurnWhenIdle} from './parts/when-idle.ts'

/**
 * Loads what somebody is likely to open next, one after the other while the browser has nothing to do: then it is there
 * when they do.
 *
 * @param isReady what they came for is there
 */
export function useLikelyParts(isReady: boolean): void {
  const {all} = use(useLanguage())
  useEffect(() => {
    if (!isReady) return undefined
    return inTurnWhenIdle([all, ...LIKELY.map(({ahead}) => ahead)])
  }, [isReady, all])
}

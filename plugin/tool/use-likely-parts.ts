import {useEffect} from 'react'
import {LATER} from '../i18n/locale-bundles.ts'
import {useWorkspace} from '../studio-api.ts'
import {LIKELY} from './later-parts.ts'
import {inTurnWhenIdle} from './parts/when-idle.ts'

/**
 * Loads what somebody is likely to open next, sentences and code, one after the other while the browser has nothing to
 * do: then it is there when they do.
 *
 * @param isReady what they came for is there
 */
export function useLikelyParts(isReady: boolean): void {
  const {i18n} = useWorkspace()
  useEffect(() => {
    if (!isReady) return undefined
    return inTurnWhenIdle([() => i18n.loadNamespaces([LATER]), ...LIKELY.map(({ahead}) => ahead)])
  }, [i18n, isReady])
}

import {useEffect, useId, useSyncExternalStore} from 'react'
import {LiveRegion} from '../tool/parts/LiveRegion.tsx'

/** Who would draw it, first come first: an inspector, and over it the repair that the document's action began. */
const regions = new Set<string>()
const listeners = new Set<() => void>()

/** The page's live region, for what may stand beside another that has it. */
export function OneLiveRegion() {
  const id = useId()
  const first = useSyncExternalStore(subscribe, firstRegion)
  useEffect(() => {
    regions.add(id)
    tell()
    return () => {
      regions.delete(id)
      tell()
    }
  }, [id])
  return first === id ? <LiveRegion /> : null
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}

function firstRegion(): string | undefined {
  const [first] = regions
  return first
}

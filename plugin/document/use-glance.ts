import {useEffect, useState} from 'react'
import {useClient, useSchema} from 'sanity'
import type {PassesOptions} from '../options.ts'
import type {Glance} from './glance.ts'
import {loadLately} from './late.ts'

// The same as the inspector's, so that both share one session.
const CLIENT = {apiVersion: '2025-02-19'}
/** Nobody stops at a document for less: leafing through a list asks for nothing, and the form comes first. */
const DWELL_MS = 1_500

const READING: Glance = {
  badge: () => null,
  offer: (text) => ({label: text('action.repair'), title: text('action.reading'), act: null}),
}

/**
 * What is known of a document's payments and passes, once somebody stays at it.
 *
 * @example const glance = useGlance(options, {type: documentType, id: documentId})
 */
export function useGlance(options: PassesOptions, {type, id}: {type: string; id: string}): Glance {
  'use no memo' // A Studio's start is weighed by the byte, and nothing of this is worth remembering.
  const client = useClient(CLIENT)
  const studio = useSchema()
  const [glance, setGlance] = useState(READING)
  useEffect(() => {
    let end: (() => void) | null = () => {}
    const watch = async () => {
      const {watchGlance} = await loadLately()
      if (end !== null) end = watchGlance({client, studio, options, type, id}, setGlance)
    }
    // Code that cannot be loaded leaves the document as it was: the inspector needs the same, and says so.
    const timer = setTimeout(() => void watch().catch(() => {}), DWELL_MS)
    return () => {
      clearTimeout(timer)
      end?.()
      end = null
      setGlance(READING)
    }
  }, [client, studio, options, type, id])
  return glance
}

import {useEffect, useState} from 'react'
import {useClient, useCurrentLocale, useSchema, useTranslation} from 'sanity'
import {NAMESPACE} from '../i18n/locale-bundles.ts'
import type {StartTextKey} from '../i18n/message-key.ts'
import type {PassesOptions} from '../options.ts'
import type {Glance} from './glance.ts'
import {loadLately} from './late.ts'

// The same as the inspector's, so that both share one session.
const CLIENT = {apiVersion: '2025-02-19'}
/** Nobody stops at a document for less: leafing through a list asks for nothing, and the form comes first. */
const DWELL_MS = 1_500

/**
 * What is known of a document's payments and passes, once somebody stays at it.
 *
 * @example const glance = useGlance(options, {type: documentType, id: documentId})
 */
export function useGlance(options: PassesOptions, {type, id}: {type: string; id: string}): Glance {
  'use no memo' // A Studio's start is weighed by the byte, and nothing of this is worth remembering.
  const client = useClient(CLIENT)
  const studio = useSchema()
  const {t} = useTranslation(NAMESPACE)
  const {id: locale} = useCurrentLocale()
  const [glance, setGlance] = useState<Glance | null>(null)
  useEffect(() => {
    let end: (() => void) | null = () => {}
    const watch = async () => {
      const {watchGlance} = await loadLately(locale)
      if (end !== null) end = watchGlance({client, studio, options, type, id, t, locale}, setGlance)
    }
    // Code that cannot be loaded leaves the document as it was: the inspector needs the same, and says so.
    const timer = setTimeout(() => void watch().catch(() => {}), DWELL_MS)
    return () => {
      clearTimeout(timer)
      end?.()
      end = null
      setGlance(null)
    }
  }, [client, studio, options, type, id, t, locale])
  return (
    glance ?? {
      badge: null,
      label: t('action.repair' satisfies StartTextKey),
      title: t('action.reading' satisfies StartTextKey),
      act: null,
    }
  )
}

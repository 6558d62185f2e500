import {Box, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useEffect} from 'react'
import {useCurrentLocale, useSchema, useTranslation} from 'sanity'
import type {Documents} from '../core/documents/documents-option.ts'
import {schoolSchemaOf} from '../hooks/school-schema-of.ts'
import {languageOf} from '../i18n/language.ts'
import {NAMESPACE} from '../i18n/locale-bundles.ts'
import type {FirstText} from '../i18n/use-first-text.ts'
import {textOf} from '../i18n/text-of.ts'

const TOAST = 'stripe-passes-own-schema'
/** How a toast of Sanity's is taken back. */
const AT_ONCE = 0.01

/** Says to everybody in the Studio, and once to whoever looks into its console, which names do not hold. */
export function OwnSchemaCheck({documents}: {documents: Documents}) {
  const studio = useSchema()
  const {push} = useToast()
  const {t} = useTranslation(NAMESPACE)
  const {id: locale} = useCurrentLocale()
  const {problems} = schoolSchemaOf(documents, (name) => studio.get(name))
  const lines = problems.join('\n')
  useEffect(() => {
    if (lines !== '')
      console.error(`stripePasses(): the option “documents” does not fit this Studio.\n${lines}`)
  }, [lines])
  useEffect(() => {
    if (lines === '') return undefined
    let isOver = false
    const say = async () => {
      const text: FirstText = textOf(t, await languageOf(locale))
      if (isOver) return
      push({
        id: TOAST,
        status: 'error',
        title: text('schema.wrong.title'),
        description: (
          <Box paddingY={3}>
            <OwnSchemaProblems action={text('schema.wrong.action')} problems={lines.split('\n')} />
          </Box>
        ),
        duration: Number.POSITIVE_INFINITY,
        closable: true,
      })
    }
    // Without its sentences the console has said it, and the tool says it when it is opened.
    say().catch(() => {})
    return () => {
      isOver = true
      push({id: TOAST, duration: AT_ONCE})
    }
  }, [lines, push, t, locale])
  return null
}

/** What to do, and each name that does not hold, by its place in the option. */
export function OwnSchemaProblems({action, problems}: {action: string; problems: readonly string[]}) {
  return (
    <Stack gap={4}>
      <Text size={1}>{action}</Text>
      <Stack as="ul" gap={3} paddingLeft={4}>
        {problems.map((problem) => (
          <Text as="li" key={problem} size={1} style={{overflowWrap: 'anywhere'}}>
            {problem}
          </Text>
        ))}
      </Stack>
    </Stack>
  )
}

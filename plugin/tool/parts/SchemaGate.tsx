import {lazy, type ReactNode} from 'react'
import {PLATFORM_STUDIO} from '../../core/documents/studio-schema.ts'
import {PassesProvider} from '../../hooks/PassesProvider.tsx'
import type {PassesOptions} from '../../options.ts'

// Most schools say nothing of their own, and need none of what reads it.
const OwnSchemaGate = lazy(() =>
  import('./OwnSchemaGate.tsx').then((module) => ({default: module.OwnSchemaGate})),
)

/** Gives whatever is below it the school's schema: the platform's, or the school's own where it holds. */
export function SchemaGate({options, children}: {options: PassesOptions; children: ReactNode}) {
  const {documents} = options
  if (documents !== undefined) {
    return (
      <OwnSchemaGate documents={documents} options={options}>
        {children}
      </OwnSchemaGate>
    )
  }
  return (
    <PassesProvider options={options} schema={PLATFORM_STUDIO}>
      {children}
    </PassesProvider>
  )
}

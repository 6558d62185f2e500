import type {ReactNode} from 'react'
import {PLATFORM_STUDIO} from '../../core/documents/studio-schema.ts'
import {PassesProvider} from '../../hooks/PassesProvider.tsx'
import type {PassesOptions} from '../../options.ts'
import {Late} from './Late.tsx'
import {lately} from './lately.ts'

// Most schools say nothing of their own, and need none of what reads it.
const OwnSchemaGate = lately(() => import('./OwnSchemaGate.tsx').then((module) => module.OwnSchemaGate))

/** Gives whatever is below it the school's schema: the platform's, or the school's own where it holds. */
export function SchemaGate({options, children}: {options: PassesOptions; children: ReactNode}) {
  const {documents} = options
  if (documents !== undefined) {
    return (
      <Late>
        <OwnSchemaGate documents={documents} options={options}>
          {children}
        </OwnSchemaGate>
      </Late>
    )
  }
  return (
    <PassesProvider options={options} schema={PLATFORM_STUDIO}>
      {children}
    </PassesProvider>
  )
}

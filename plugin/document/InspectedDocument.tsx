import {Suspense} from 'react'
import {useText} from '../i18n/use-text.ts'
import type {PassesOptions} from '../options.ts'
import {documentTypes} from '../schema/document-types.ts'
import {CrashCard} from '../tool/parts/CrashCard.tsx'
import {LiveRegion} from '../tool/parts/LiveRegion.tsx'
import {SchemaGate} from '../tool/parts/SchemaGate.tsx'
import {SchoolGate} from '../tool/parts/SchoolGate.tsx'
import {Waiting} from '../tool/parts/Waiting.tsx'
import {InspectedEntitlement} from './InspectedEntitlement.tsx'
import {InspectedStudent} from './InspectedStudent.tsx'

export type InspectedDocumentProps = {documentId: string; documentType: string; options: PassesOptions}

/** The Students screen for the one student whose document is open, or for the holder of an open pass. */
export function InspectedDocument({documentId, documentType, options}: InspectedDocumentProps) {
  const text = useText()
  return (
    <>
      <LiveRegion />
      <CrashCard key={documentId}>
        <Suspense fallback={<Waiting what={text('tool.loading')} />}>
          <SchemaGate options={options}>
            <SchoolGate>
              {documentType === documentTypes(options.documents).entitlement ? (
                <InspectedEntitlement entitlement={documentId} key={documentId} />
              ) : (
                <InspectedStudent key={documentId} student={documentId} />
              )}
            </SchoolGate>
          </SchemaGate>
        </Suspense>
      </CrashCard>
    </>
  )
}

import {Suspense, useEffect} from 'react'
import {useClient} from 'sanity'
import {usePasses} from '../hooks/passes-context.ts'
import {useFirstText} from '../i18n/use-first-text.ts'
import type {PassesOptions} from '../options.ts'
import {documentTypes} from '../schema/document-types.ts'
import {CrashCard} from '../tool/parts/CrashCard.tsx'
import {SchemaGate} from '../tool/parts/SchemaGate.tsx'
import {SchoolGate} from '../tool/parts/SchoolGate.tsx'
import {Waiting} from '../tool/parts/Waiting.tsx'
import {schoolsOfStudent} from '../tool/students/student-schools.ts'
import {holderOfEntitlement} from './entitlement-holder.ts'
import {InspectedEntitlement} from './InspectedEntitlement.tsx'
import {InspectedStudent} from './InspectedStudent.tsx'
import {OneLiveRegion} from './OneLiveRegion.tsx'

const CLIENT = {apiVersion: '2025-02-19'}

export type InspectedDocumentProps = {documentId: string; documentType: string; options: PassesOptions}

/** The Students screen for the one student whose document is open, or for the holder of an open pass. */
export function InspectedDocument({documentId, documentType, options}: InspectedDocumentProps) {
  const text = useFirstText()
  const isEntitlement = documentType === documentTypes(options.documents).entitlement
  return (
    <>
      <OneLiveRegion />
      <CrashCard key={documentId}>
        <Suspense fallback={<Waiting what={text('tool.loading')} />}>
          <SchemaGate options={options}>
            <AskAhead id={documentId} isEntitlement={isEntitlement} />
            <SchoolGate>
              {isEntitlement ? (
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

/** The lake can say whose document it is while the function is still asked which schools somebody may act for. */
function AskAhead({id, isEntitlement}: {id: string; isEntitlement: boolean}) {
  const client = useClient(CLIENT)
  const {schema} = usePasses()
  useEffect(() => {
    const find = isEntitlement ? holderOfEntitlement : schoolsOfStudent
    return find({client, schema}, id).subscribe(() => undefined)
  }, [client, schema, id, isEntitlement])
  return null
}

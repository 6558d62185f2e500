import {useEffect, useEffectEvent} from 'react'
import {indexFacts} from '../engine/facts-index.ts'
import type {PassesOptions} from '../options.ts'
import {MendingDialogs} from '../tool/parts/MendingDialogs.tsx'
import {SchemaGate} from '../tool/parts/SchemaGate.tsx'
import {useMending} from '../tool/parts/use-mending.tsx'
import {useWording} from '../tool/parts/use-wording.ts'
import type {Mismatch} from './glance.ts'
import {OneLiveRegion} from './OneLiveRegion.tsx'

type RepairFromDocumentProps = {mismatch: Mismatch; options: PassesOptions}

/** The tool's own dialogs over an open document. Each `key` is one click on the action. */
export function RepairFromDocument({mismatch, options}: RepairFromDocumentProps) {
  return (
    <SchemaGate options={options}>
      <Mending mismatch={mismatch} />
    </SchemaGate>
  )
}

function Mending({mismatch: {entry, facts}}: Pick<RepairFromDocumentProps, 'mismatch'>) {
  const index = indexFacts(facts)
  const wording = useWording(facts.school)
  const mending = useMending(index, wording, {hasKeys: false})
  const begin = useEffectEvent(() => mending.repairing.start(entry))
  useEffect(() => begin(), [])
  return (
    <>
      <OneLiveRegion />
      <MendingDialogs index={index} mending={mending} wording={wording} />
    </>
  )
}

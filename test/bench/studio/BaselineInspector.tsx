import {useEffect, useState} from 'react'
import type {DocumentInspector} from '../../../plugin/studio-api.ts'

const SCHOOL = '/api/v1/schools/school-fjord'

/** Asks for what the plugin's inspector shows, and shows that it came: what Studio and browser cost by themselves. */
function BaselineInspector({documentId}: {documentId: string}) {
  const [bytes, setBytes] = useState(0)
  useEffect(() => {
    const read = async () => {
      const answer = await fetch(`${SCHOOL}/students/${documentId}`)
      setBytes((await answer.text()).length)
    }
    void read()
  }, [documentId])
  return bytes === 0 ? null : <p data-baseline>{bytes}</p>
}

export const baselineInspector: DocumentInspector = {
  name: 'baseline',
  component: BaselineInspector,
  useMenuItem: () => ({title: 'Baseline', showAsAction: true}),
}

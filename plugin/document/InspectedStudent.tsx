import {useState} from 'react'
import {useSchools} from '../hooks/use-schools.ts'
import {StudentPanel} from '../tool/students/StudentPanel.tsx'

/** What the Students screen shows, for the student whose document is open. The address is the document's own. */
export function InspectedStudent({student}: {student: string}) {
  const schools = useSchools()
  const [chosen, setChosen] = useState<string | null>(null)
  if (schools.state !== 'ready') return null
  return (
    <StudentPanel isOpen allowed={schools.schools} chosen={chosen} onChoose={setChosen} student={student} />
  )
}

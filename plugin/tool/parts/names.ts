import type {Pass} from '../../core/contract/pass.ts'
import type {School} from '../../core/contract/school.ts'
import type {Student} from '../../core/contract/student.ts'

/** What ids are called on screen: as much of a school's facts as words need. */
export type Names = {
  school: School
  students: ReadonlyMap<string, Pick<Student, 'name' | 'email'>>
  passes: ReadonlyMap<string, Pick<Pass, 'name'>>
}

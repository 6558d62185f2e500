import type {School} from '../../core/contract/school.ts'
import {useFirstText} from '../../i18n/use-first-text.ts'
import type {Wording} from './evidence-words.ts'
import {useMoney} from './use-money.ts'
import {useTimes} from './use-times.ts'

/** Everything that putting a school's facts into words needs. */
export function useWording(school: School): Wording {
  return {
    text: useFirstText(),
    money: useMoney(),
    times: useTimes(school.timeZone),
    currency: school.currency,
  }
}

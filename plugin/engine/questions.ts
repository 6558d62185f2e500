import type {BatchRow} from '../api/send-batch.ts'
import type {BatchRequest, PreviewsAnswer, PreviewsRequest} from '../core/contract/batch.ts'
import type {FactsAnswer, RecordsAnswer, SchoolsAnswer} from '../core/contract/endpoints.ts'
import type {FaultBody} from '../core/contract/fault.ts'
import type {HealthAnswer, NoticesAnswer} from '../core/contract/health.ts'
import type {MessageAnswer, MessageRequest} from '../core/contract/message.ts'
import type {OverviewAnswer} from '../core/contract/overview.ts'
import type {PurchaseAnswer} from '../core/contract/purchase.ts'
import type {RemarkRequest, RemarksAnswer} from '../core/contract/remark.ts'
import type {Preview, PreviewRequest, Receipt, RepairRequest} from '../core/contract/repair.ts'

type AtSchool = {school: string}

/**
 * What a page asks the function, by its engine: the answer crosses as what it was parsed to be, so that a page needs
 * none of the code that parses.
 */
export type Questions = {
  schools: {asks: object; answer: SchoolsAnswer}
  /** How every school stands, for whoever acts for several. */
  overview: {asks: object; answer: OverviewAnswer}
  /** `payment`: a session or payment intent id. */
  payment: {asks: AtSchool & {payment: string}; answer: FactsAnswer}
  health: {asks: AtSchool; answer: HealthAnswer}
  /** What the lake alone tells of an installation. */
  notices: {asks: AtSchool; answer: NoticesAnswer}
  /** How far the first purchase since `since`, an ISO time, has come; null: since now. `pass`: only that one counts. */
  purchase: {asks: AtSchool & {since: string | null; pass: string | null}; answer: PurchaseAnswer}
  preview: {asks: AtSchool & {body: PreviewRequest}; answer: Preview}
  repair: {asks: AtSchool & {body: RepairRequest}; answer: Receipt}
  previews: {asks: AtSchool & {body: PreviewsRequest}; answer: PreviewsAnswer}
  /** Up to 50 repairs; answered with the rows that somebody else repaired too. */
  batch: {asks: AtSchool & {body: BatchRequest}; answer: number[]}
  /** What an undo would put back; nothing is written. */
  undoPreview: {asks: AtSchool & {record: string}; answer: Preview}
  undo: {asks: AtSchool & {record: string}; answer: Receipt}
  remark: {asks: AtSchool & {body: RemarkRequest}; answer: RemarksAnswer}
  message: {asks: AtSchool & {body: MessageRequest}; answer: MessageAnswer}
  /** `batch`: only the records of one click; `after`: where the page before ended. */
  records: {asks: AtSchool & {batch: string | null; after: string | null}; answer: RecordsAnswer}
}

export type Question = keyof Questions

export type Asked<Name extends Question = Question> = {
  [One in Name]: {name: One; asks: Questions[One]['asks']}
}[Name]

export type Answered<Name extends Question = Question> = {
  [One in Name]: {name: One; answer: Questions[One]['answer']}
}[Name]

/** `signal` takes a question back; `onRow` is told of each row of a batch as it ends. */
export type AskOptions = {signal?: AbortSignal; onRow?: (row: BatchRow) => void}

/**
 * Asks the function. A fault is thrown as one: what the function answered, `bad_response` when it wasn't the function
 * that answered, `unreachable` when nobody did, `unauthenticated` without a token.
 *
 * @example const {schools} = await ask('schools', {})
 */
export type Ask = <Name extends Question>(
  name: Name,
  asks: Questions[Name]['asks'],
  options?: AskOptions,
) => Promise<Questions[Name]['answer']>

/** What a page says of its questions. */
export type ToAnswerer = ({say: 'ask'; call: number} & Asked) | {say: 'take back'; call: number}

/** What it hears of them. */
export type FromAnswerer =
  | ({say: 'answered'; call: number} & Answered)
  | {say: 'row'; call: number; row: BatchRow}
  | {say: 'refused'; call: number; name: Question; fault: FaultBody}

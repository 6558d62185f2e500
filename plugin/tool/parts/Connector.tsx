import type {Entry} from '../../core/contract/entry.ts'
import type {Verdict} from '../../core/contract/verdict.ts'

export type Joint = 'matched' | 'suggested' | 'missing'

const JOINTS: Record<Verdict, Joint> = {
  unreadable: 'missing',
  excluded: 'missing',
  conflict: 'suggested',
  refunded: 'matched',
  duplicate: 'matched',
  upgrade_incomplete: 'suggested',
  wrong_pass: 'matched',
  wrong_terms: 'matched',
  hidden: 'matched',
  matched: 'matched',
  unattributed: 'suggested',
  unlinked: 'suggested',
  in_transit: 'missing',
  missing: 'missing',
  unpaid: 'missing',
}

/** How the money on the left is joined to the pass on the right. */
export function jointOf({verdict, entitlements, payment}: Entry): Joint {
  const joint = JOINTS[verdict]
  const isThere = entitlements.length > 0 && payment !== null
  // What is not there cannot be joined, only looked for.
  return joint === 'matched' && !isThere ? 'missing' : joint
}

const DASHES: Record<Joint, string | undefined> = {matched: undefined, suggested: '5 4', missing: '1 5'}

/** The line from money to pass: whole, dashed, or dotted towards what is not there. It repeats the verdict's words. */
export function Connector({entry, isSettled}: {entry: Entry; isSettled: boolean}) {
  const joint = jointOf(entry)
  const tone = isSettled ? 'var(--card-badge-positive-icon-color, currentColor)' : 'currentColor'
  return (
    <svg
      width={56}
      height={20}
      viewBox="0 0 56 20"
      fill="none"
      stroke={tone}
      strokeWidth={1.5}
      style={{color: 'var(--card-muted-fg-color)'}}
      aria-hidden
      data-joint={joint}
    >
      <End x={5} tone={tone} isThere={entry.payment !== null} />
      <line x1={10.5} x2={45.5} y1={10} y2={10} strokeLinecap="round" strokeDasharray={DASHES[joint]} />
      <End x={51} tone={tone} isThere={entry.entitlements.length > 0} />
    </svg>
  )
}

function End({x, tone, isThere}: {x: number; tone: string; isThere: boolean}) {
  return isThere ? (
    <circle cx={x} cy={10} r={3.5} fill={tone} />
  ) : (
    <circle cx={x} cy={10} r={3.5} strokeDasharray="2 1.65" />
  )
}

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

/** How the money on the left is joined to the pass on the right. An excluded payment with no pass has no joint. */
export function jointOf({verdict, entitlements}: Entry): Joint {
  return verdict === 'matched' && entitlements.length === 0 ? 'missing' : JOINTS[verdict]
}

const LINES: Record<Joint, {dashes: string; from: number; to: number}> = {
  matched: {dashes: '', from: 9, to: 47},
  suggested: {dashes: '5 4', from: 9, to: 47},
  missing: {dashes: '1 5', from: 9, to: 24},
}

/** The line from money to pass: whole, dashed, or ending in nothing. It repeats what the verdict says in words. */
export function Connector({joint, settled}: {joint: Joint; settled: boolean}) {
  const {dashes, from, to} = LINES[joint]
  const tone = settled
    ? 'var(--card-badge-positive-fg-color, currentColor)'
    : 'var(--card-muted-fg-color, currentColor)'
  return (
    <svg width={56} height={20} viewBox="0 0 56 20" fill="none" stroke={tone} aria-hidden data-joint={joint}>
      <circle cx={5} cy={10} r={3.5} fill={tone} />
      <line
        x1={from}
        x2={to}
        y1={10}
        y2={10}
        strokeWidth={1.5}
        strokeLinecap="round"
        {...(dashes === '' ? {} : {strokeDasharray: dashes})}
      />
      <circle
        cx={51}
        cy={10}
        r={3.5}
        strokeWidth={1.5}
        fill={joint === 'matched' ? tone : 'none'}
        {...(joint === 'missing' ? {strokeDasharray: '2 2'} : {})}
      />
    </svg>
  )
}

import {Badge} from '@sanity/ui'
import type {Verdict} from '../../core/contract/verdict.ts'
import type {FirstText} from '../../i18n/use-first-text.ts'

type Tone = 'default' | 'primary' | 'positive' | 'caution' | 'critical'

const TONES: Record<Verdict, Tone> = {
  unreadable: 'caution',
  excluded: 'default',
  conflict: 'critical',
  refunded: 'critical',
  duplicate: 'caution',
  upgrade_incomplete: 'critical',
  wrong_pass: 'critical',
  wrong_terms: 'caution',
  hidden: 'critical',
  matched: 'positive',
  unattributed: 'caution',
  unlinked: 'caution',
  in_transit: 'primary',
  missing: 'critical',
  unpaid: 'caution',
}

/** A verdict in words. The colour only repeats them. */
export function VerdictLabel({verdict, text}: {verdict: Verdict; text: FirstText}) {
  return (
    <Badge tone={TONES[verdict]} fontSize={1} padding={2} style={{whiteSpace: 'normal', textAlign: 'left'}}>
      {text(`verdict.${verdict}`)}
    </Badge>
  )
}

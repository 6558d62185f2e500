import type {Entry} from '../../core/contract/entry.ts'

/** An entry of nobody, to be drawn ahead of those that will come. */
export const SAMPLE_ENTRY: Entry = {
  key: '',
  payment: null,
  entitlements: [],
  student: null,
  pass: null,
  verdict: 'missing',
  reasons: [],
  notes: [],
  confidence: 'check',
  evidence: [],
  repair: null,
  dismissed: null,
}

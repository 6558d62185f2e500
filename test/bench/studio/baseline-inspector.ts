import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {createElement} from 'react'
import type {DocumentInspector} from '../../../plugin/studio-api.ts'

/** The student whose document has it in the plugin's place: a button beside the plugin's would find no room. */
export const BASELINE_STUDENT = 'student-large-1999'

export const BASELINE_INSPECTOR = 'Baseline'

/** An inspector with nothing in it: what opening any costs in this Studio. */
export const baselineInspector: DocumentInspector = {
  name: 'baseline',
  component: () => createElement('p', {'data-baseline': true}, BASELINE_INSPECTOR),
  // Without an icon its button is nought wide, and nobody can press it.
  useMenuItem: () => ({title: BASELINE_INSPECTOR, icon: CreditCardIcon, showAsAction: true}),
}

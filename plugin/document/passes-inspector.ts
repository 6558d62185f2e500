import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {createElement} from 'react'
import {useFirstText} from '../i18n/use-first-text.ts'
import type {PassesOptions} from '../options.ts'
import {defineDocumentInspector, type DocumentInspector} from '../studio-api.ts'
import {late} from './late.ts'

/** In a document's address: `…/user;user-ada,inspect=passes`. */
const NAME = 'passes'

// The engine and the screens are loaded when somebody opens the inspector, not when the Studio starts.
const PassesInspector = late((module) => module.PassesInspector)

/** Payments and passes beside a student's or an entitlement's own document. */
export function passesInspector(options: PassesOptions): DocumentInspector {
  return defineDocumentInspector({
    name: NAME,
    component: (props) => createElement(PassesInspector, {...props, options}),
    useMenuItem: () => {
      const text = useFirstText()
      return {title: text('inspector.title'), icon: CreditCardIcon, showAsAction: true}
    },
  })
}

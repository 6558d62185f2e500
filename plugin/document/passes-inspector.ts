import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {createElement} from 'react'
import {useTranslation} from 'sanity'
import {NAMESPACE} from '../i18n/locale-bundles.ts'
import type {StartTextKey} from '../i18n/message-key.ts'
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
      const {t} = useTranslation(NAMESPACE)
      return {title: t('inspector.title' satisfies StartTextKey), icon: CreditCardIcon, showAsAction: true}
    },
  })
}

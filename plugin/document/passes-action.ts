import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {createElement, Suspense, useState} from 'react'
import {useRouter} from 'sanity/router'
import type {PassesOptions} from '../options.ts'
import type {DocumentActionComponent} from '../studio-api.ts'
import type {Mismatch} from './glance.ts'
import {late} from './late.ts'
import {useGlance} from './use-glance.ts'

const RepairFromDocument = late((module) => module.RepairFromDocument)

/** The repair of what does not agree, named by its result; where there are several, the way to all of them. */
export function passesAction(options: PassesOptions): DocumentActionComponent {
  return function usePassesAction({id, type}) {
    const router = useRouter()
    const {act, label, title} = useGlance(options, {type, id})
    const [asked, setAsked] = useState<{mismatch: Mismatch; key: number} | null>(null)
    return {
      label,
      title,
      icon: CreditCardIcon,
      disabled: act === null,
      onHandle() {
        if (act === 'review') router.navigateIntent('edit', {id, type, inspect: 'passes'})
        else if (act !== null) setAsked({mismatch: act, key: (asked?.key ?? 0) + 1})
      },
      // It stays when its job is done: the way back is offered by what was opened.
      dialog: asked && {
        type: 'custom',
        component: createElement(Suspense, null, createElement(RepairFromDocument, {...asked, options})),
      },
    }
  }
}

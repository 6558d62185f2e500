import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {createElement, lazy, type ComponentProps} from 'react'
import type {Tool} from 'sanity'
import {route} from 'sanity/router'
import {useLanguage} from '../i18n/language.ts'
import type {PassesOptions} from '../options.ts'

// The tool's own code, the engine and the contract are loaded when somebody opens it, not when the Studio starts.
const PassesTool = lazy(() => import('./PassesTool.tsx').then((module) => ({default: module.PassesTool})))

// Its sentences are asked for beside its code, not after it.
function ToolAsSpoken(props: ComponentProps<typeof PassesTool>) {
  void useLanguage()
  return createElement(PassesTool, props)
}

/** The tool as the Studio's menu has it: `/passes/mismatches`, `/passes/students/user-ada`. */
export function passesTool(options: PassesOptions): Tool<PassesOptions> {
  return {
    name: 'passes',
    title: options.title,
    icon: CreditCardIcon,
    component: ToolAsSpoken,
    options,
    router: route.create('/', [route.create('/:screen', [route.create('/:item')])]),
  }
}

import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {createElement, Suspense} from 'react'
import type {ComponentViewBuilder, StructureBuilder, UserViewComponent} from '../studio-api.ts'
import {late} from './late.ts'

const PassesView = late((module) => module.PassesView)

/**
 * "Passes & payments" as a view of a student's or a held pass's document, for a school that builds its own structure.
 * Needs `stripePasses()` among the Studio's plugins. Sanity translates no title of a view: in another language, give it
 * its own with `.title('Kort og betalinger')`.
 *
 * @example
 * structureTool({
 *   defaultDocumentNode: (S, {schemaType}) =>
 *     schemaType === 'user' ? S.document().views([S.view.form(), passesView(S)]) : S.document(),
 * })
 */
export function passesView(S: StructureBuilder): ComponentViewBuilder {
  return S.view.component(ViewOfDocument).id('passes').title('Passes & payments').icon(CreditCardIcon)
}

const ViewOfDocument: UserViewComponent = ({documentId, schemaType}) =>
  createElement(Suspense, null, createElement(PassesView, {documentId, documentType: schemaType.name}))

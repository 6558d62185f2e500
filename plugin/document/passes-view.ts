import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {createElement, lazy, Suspense} from 'react'
import type {ComponentViewBuilder, StructureBuilder, UserViewComponent} from '../studio-api.ts'

const PassesView = lazy(() => import('./lately.ts').then((module) => ({default: module.PassesView})))

/**
 * "Passes & payments" as a view of a student's or a held pass's document, for a school that builds its own structure.
 * Needs `stripePasses()` among the Studio's plugins.
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

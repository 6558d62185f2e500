import {createElement, Fragment, type FunctionComponent, lazy, Suspense} from 'react'
import type {Documents} from '../core/documents/documents-option.ts'
import type {LayoutProps} from '../studio-api.ts'

const OwnSchemaCheck = lazy(() =>
  import('./OwnSchemaCheck.tsx').then(
    (module) => ({default: module.OwnSchemaCheck}),
    // The Studio goes on without it: whatever is opened of the plugin checks the same.
    () => ({default: () => null}),
  ),
)

/** A Studio that says from its start what the option `documents` names and its own schema does not have. */
export function checkedLayout(documents: Documents): FunctionComponent<LayoutProps> {
  return (props) =>
    createElement(
      Fragment,
      null,
      props.renderDefault(props),
      createElement(Suspense, null, createElement(OwnSchemaCheck, {documents})),
    )
}

// Everything about an open document that is loaded when somebody stays at it. In one piece: whoever sees a badge opens
// the inspector next, and a Studio's start has to name no more than this.
export {PassesInspector} from './PassesInspector.tsx'
export {PassesView} from './PassesView.tsx'
export {RepairFromDocument} from './RepairFromDocument.tsx'
export {watchGlance} from './watch-glance.ts'

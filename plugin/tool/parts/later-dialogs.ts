import {lately} from './lately.ts'

// What a list does without until somebody mends something. Apart from the tool's other parts: documents have these too.
export const RepairDialog = lately(() => import('./RepairDialog.tsx').then((module) => module.RepairDialog))
export const UndoDialog = lately(() => import('./UndoDialog.tsx').then((module) => module.UndoDialog))
export const MessageDialog = lately(() =>
  import('./MessageDialog.tsx').then((module) => module.MessageDialog),
)

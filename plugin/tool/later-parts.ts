import {lately} from './parts/lately.ts'
import {MessageDialog, RepairDialog, UndoDialog} from './parts/later-dialogs.ts'

// What the first screen does without until somebody opens it.
export const EntryDetails = lately(() =>
  import('./mismatches/EntryDetails.tsx').then((module) => module.EntryDetails),
)
export const FirstRun = lately(() => import('./mismatches/FirstRun.tsx').then((module) => module.FirstRun))
export const BulkRepair = lately(() => import('./bulk/BulkRepair.tsx').then((module) => module.BulkRepair))
export const StudentsScreen = lately(() =>
  import('./students/StudentsScreen.tsx').then((module) => module.StudentsScreen),
)
export const ActivityScreen = lately(() =>
  import('./activity/ActivityScreen.tsx').then((module) => module.ActivityScreen),
)
export const HealthScreen = lately(() =>
  import('./health/HealthScreen.tsx').then((module) => module.HealthScreen),
)
export const OverviewScreen = lately(() =>
  import('./overview/OverviewScreen.tsx').then((module) => module.OverviewScreen),
)

/** What is worth having before somebody asks for it, the likeliest first. */
export const LIKELY = [
  EntryDetails,
  RepairDialog,
  UndoDialog,
  MessageDialog,
  BulkRepair,
  StudentsScreen,
  ActivityScreen,
  HealthScreen,
]

export {stripePasses} from './plugin.tsx'
export type {StripePassesOptions} from './options.ts'
export {passRepair} from './schema/pass-repair.ts'

export {stripePasses} from './plugin.tsx'
export type {StripePassesOptions} from './options.ts'
export {passRemarks} from './schema/pass-remarks.ts'
export {passRepair} from './schema/pass-repair.ts'

/** School id → its connected accounts, former ones too. */
export type PinnedAccounts = Readonly<Record<string, readonly string[]>>

/**
 * The accounts that the settings give to a school: none where they do not name it, and null where there are no such
 * settings. A document may be named like a property that every object has: only what was really set counts.
 */
export function pinnedAccounts(pinned: PinnedAccounts | null, school: string): readonly string[] | null {
  if (pinned === null) return null
  return Object.hasOwn(pinned, school) ? (pinned[school] ?? []) : []
}

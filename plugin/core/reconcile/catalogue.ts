import type {Pass} from '../contract/pass.ts'

/** What is on sale, by id and by name. Names are this school's only: another's pass is never found by likeness. */
export type Catalogue = {
  byId: (id: string) => Pass | null
  /** Passes of this school with this name, stray spaces aside: same letters first, then in any case. */
  named: (name: string) => readonly Pass[]
}

export function indexCatalogue(passes: readonly Pass[], school: string): Catalogue {
  const byId = new Map<string, Pass>()
  const exact = new Map<string, Pass[]>()
  const anyCase = new Map<string, Pass[]>()
  for (const pass of passes) {
    byId.set(pass.id, pass)
    const name = pass.name?.trim() ?? ''
    if (pass.school !== school || name === '') continue
    push(exact, name, pass)
    push(anyCase, name.toLowerCase(), pass)
  }
  return {
    byId: (id) => byId.get(id) ?? null,
    named: (name) => exact.get(name.trim()) ?? anyCase.get(name.trim().toLowerCase()) ?? [],
  }
}

function push(to: Map<string, Pass[]>, name: string, pass: Pass): void {
  const known = to.get(name)
  if (known === undefined) to.set(name, [pass])
  else known.push(pass)
}

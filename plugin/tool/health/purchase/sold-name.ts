/** A pass by its name as people read it, else by its id. */
export function soldName({id, name}: {id: string; name: string | null}): string {
  return name?.trim() || id
}

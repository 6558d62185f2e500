/** `drafts.x` and `versions.r.x` are versions of the published document `x`. */
export function publishedId(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  if (id.startsWith('versions.')) return id.split('.').slice(2).join('.')
  return id
}

export function isVersionId(id: string): boolean {
  return id.startsWith('drafts.') || id.startsWith('versions.')
}

export function draftId(id: string): string {
  return `drafts.${publishedId(id)}`
}

/** Everything with a dot in its id, drafts included, is hidden from whoever has no token. */
export function isPrivateId(id: string): boolean {
  return id.includes('.')
}

/** The API's own rule for an id. */
export function isValidId(id: string): boolean {
  return id.length > 0 && id.length <= 128 && /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(id) && !id.includes('..')
}

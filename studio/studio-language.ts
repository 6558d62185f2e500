import type {LocaleDefinition} from 'sanity'

/**
 * The languages of a Studio, last the one that a browser asks for: Sanity’s Studio has no menu of them, and speaks the
 * last.
 */
export function studioLanguage(known: LocaleDefinition[]): LocaleDefinition[] {
  const isNorwegian = /^(nb|nn|no)\b/.test(globalThis.navigator.language)
  const spoken = known.filter(({id}) => id.startsWith('nb') === isNorwegian)
  return [...known.filter((one) => !spoken.includes(one)), ...spoken]
}

import type {TFunction} from 'sanity'
import type {Language, Sentences} from './language.ts'

/** How a sentence is asked for: by its key, with what is put into it. */
export type TextOf<Key> = (key: Key, values?: Readonly<Record<string, string | number>>) => string

/**
 * A language as a Studio says it: in a school's own words, where it has put some into the namespace `stripe-passes`, and
 * else in the plugin's.
 *
 * @param t of that namespace
 * @param sentences the plugin's; those of its first screen unless said otherwise
 * @example textOf(t, language)('mismatches.count', {count: 12}) // '12 entries'
 */
export function textOf<Key extends string>(
  t: TFunction,
  {locale, first}: Language,
  sentences: Sentences = first,
): TextOf<Key> {
  const said = new Map<Key, string>()
  const say: TextOf<Key> = (key, values = {}) =>
    t(key, {
      ...values,
      defaultValue: sentences[key] ?? sentences[`${key}_${values['count'] === 1 ? 'one' : 'other'}`],
      // A school's own English goes before the plugin's English, and not before its Norwegian.
      fallbackLng: locale,
    })
  return (key, values) => {
    if (values !== undefined) return say(key, values)
    // What nothing is put into is always the same, and stands in every row.
    const known = said.get(key) ?? say(key)
    said.set(key, known)
    return known
  }
}

/** The values of a sentence's placeholders. */
export type Values = Readonly<Record<string, string | number>>

/**
 * A sentence of the words with its values in place, as `i18n` would say it: a counted one has a sentence for one and a
 * sentence for others.
 *
 * @example say(healthWords, 'health.finding.sales_granted', {count: 3, days: 30})
 */
export function say(words: Readonly<Record<string, string>>, key: string, values: Values = {}): string {
  const sentence = words[key] ?? words[`${key}_${values['count'] === 1 ? 'one' : 'other'}`]
  if (sentence === undefined) throw new Error(`no words for ${key}`)
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

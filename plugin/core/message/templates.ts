import type {Language, MessageSetup, MessageTemplate} from '../contract/message.ts'

/** What a template may name. */
export const FIELDS = ['pass', 'classes', 'until', 'school', 'link'] as const
export type Field = (typeof FIELDS)[number]

const PLACE = /\{([^{}]*)\}/g

/** What is said unless a school's platform says it differently. */
export const OWN_SETUP: MessageSetup = {
  templates: {
    en: {
      subject: 'Your pass is ready: {pass}',
      text: [
        'Hi!',
        '',
        'Your pass at {school} is ready: {pass}.',
        'It gives you {classes}, until {until}.',
        '',
        'You find it here: {link}',
        '',
        'Best regards',
        '{school}',
      ].join('\n'),
    },
    nb: {
      subject: 'Kortet ditt er klart: {pass}',
      text: [
        'Hei!',
        '',
        'Kortet ditt hos {school} er klart: {pass}.',
        'Det gir deg {classes}, til {until}.',
        '',
        'Du finner det her: {link}',
        '',
        'Hilsen',
        '{school}',
      ].join('\n'),
    },
  },
  link: null,
}

/** How many classes a pass gives; null: as many as there are. */
export function classesWords(count: number | null, language: Language): string {
  if (language === 'nb') return count === null ? 'ubegrensede klipp' : `${count} klipp`
  if (count === null) return 'unlimited classes'
  return count === 1 ? '1 class' : `${count} classes`
}

/** What stands in braces and is none of the fields, each once. */
export function unknownFields({subject, text}: MessageTemplate): string[] {
  const named = [...`${subject}\n${text}`.matchAll(PLACE)].map(([, name = '']) => name)
  return [...new Set(named)].filter((name) => !isField(name))
}

/**
 * A template with its values. Each value is put in once, and what stands in it is not read again. A line that names
 * something of which there is nothing to say is left out.
 */
export function fillLines(template: string, values: Readonly<Record<Field, string | null>>): string {
  const lines = template.split(/\r?\n/).flatMap((line) => {
    const named = [...line.matchAll(PLACE)].map(([, name = '']) => name)
    if (named.some((name) => isField(name) && values[name] === null)) return []
    return [line.replaceAll(PLACE, (place, name: string) => (isField(name) ? (values[name] ?? '') : place))]
  })
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name)
}

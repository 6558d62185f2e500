import {z} from 'zod'
import {LANGUAGES, type MessageSetup} from '../../plugin/core/contract/message.ts'
import {FIELDS, OWN_SETUP, unknownFields} from '../../plugin/core/message/templates.ts'
import type {ConfigProblem} from '../config.ts'

/** How students are told, where it is to differ from what the plugin says. */
export type MessageOptions = {
  /** Where a student finds their passes: `https://{slug}.example.com/passes`, `{slug}` being the school's. */
  link?: string
  /** Words of your own. A line that names something of which there is nothing to say is left out. */
  templates?: {[language in (typeof LANGUAGES)[number]]?: {subject?: string; text?: string}}
}

const words = z.string('must be text').trim().min(1, 'is empty').max(2_000, 'may have 2000 characters')
const template = words.superRefine((text, context) => {
  const unknown = unknownFields({subject: text, text: ''})
  if (unknown.length === 0) return
  const [named, may] = [unknown, FIELDS].map((names) => names.map((name) => `{${name}}`).join(', '))
  context.addIssue(`names ${named}, and may name only ${may}`)
})
const templates = z.strictObject(
  {
    subject: template.regex(/^.*$/, 'must be one line').optional(),
    text: template.optional(),
  },
  'may hold only subject and text',
)
const options = z.strictObject(
  {
    link: words
      .refine(isLink, 'must be an https address, in which only {slug} may stand in braces')
      .optional(),
    templates: z
      .strictObject({en: templates.optional(), nb: templates.optional()}, 'may hold only en and nb')
      .optional(),
  },
  'may hold only link and templates',
)

/** Parses the options once. Every problem is named as a setting is: `message.templates.nb.text`. */
export function parseMessageOptions(given: unknown): {setup: MessageSetup; problems: ConfigProblem[]} {
  const parsed = options.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({path, message}) => ({
      setting: ['message', ...path].join('.'),
      problem: message,
    }))
    return {setup: OWN_SETUP, problems}
  }
  const {link = null, templates: own = {}} = parsed.data
  const [en, nb] = LANGUAGES.map((language) => {
    const {subject, text} = own[language] ?? {}
    const usual = OWN_SETUP.templates[language]
    return {subject: subject ?? usual.subject, text: text ?? usual.text}
  })
  return {
    setup: {templates: {en: en ?? OWN_SETUP.templates.en, nb: nb ?? OWN_SETUP.templates.nb}, link},
    problems: [],
  }
}

function isLink(text: string): boolean {
  const address = text.replaceAll('{slug}', 'school')
  return !/[{}\s]/.test(address) && URL.canParse(address) && new URL(address).protocol === 'https:'
}

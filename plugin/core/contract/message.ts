import {z} from 'zod/mini'
import {instant} from './instant-schema.ts'

export const LANGUAGES = ['en', 'nb'] as const
const language = z.enum(LANGUAGES)
export type Language = z.infer<typeof language>

/** What a student is to be told of a pass, ready to be sent: plain text. */
export const studentMessage = z.object({
  language,
  /** From the student's own document; null where it has none that mail can go to. */
  to: z.nullable(z.string()),
  /** One line. */
  subject: z.string(),
  text: z.string(),
})
export type StudentMessage = z.infer<typeof studentMessage>

/** How the student was told: by a person who copied the message or opened it in mail, or by the platform. */
const messageChannel = z.enum(['copy', 'mail', 'webhook'])

/**
 * What became of telling the student. `held_back`: enough were sent that day. `sending`: handed over, and whether it
 * arrived is not known. `confirmed`: the student has said so.
 */
const messageState = z.enum(['held_back', 'failed', 'sending', 'told', 'confirmed'])

/** As it stands on the record of a repair. */
export const messageNote = z.object({channel: messageChannel, state: messageState, at: instant})
export type MessageNote = z.infer<typeof messageNote>

/** Words with fixed places for what differs: `{pass}`, `{classes}`, `{until}`, `{school}`, `{link}`. */
export const messageTemplate = z.object({subject: z.string(), text: z.string()})
export type MessageTemplate = z.infer<typeof messageTemplate>

/** What messages are made from, the same at both ends. */
export const messageSetup = z.object({
  templates: z.object({en: messageTemplate, nb: messageTemplate}),
  /** Where a student finds their passes; `{slug}` stands for the school's. Null: no link. */
  link: z.nullable(z.string()),
})
export type MessageSetup = z.infer<typeof messageSetup>

/** `POST …/messages`: that a person told the student of a repair, or that the student has confirmed it. */
export const messageRequest = z.union([
  z.strictObject({
    record: z.string().check(z.minLength(1), z.maxLength(100)),
    state: z.literal('told'),
    channel: z.enum(['copy', 'mail']),
  }),
  z.strictObject({
    record: z.string().check(z.minLength(1), z.maxLength(100)),
    state: z.literal('confirmed'),
  }),
])
export type MessageRequest = z.infer<typeof messageRequest>

/** What stands on the record now. */
export const messageAnswer = z.object({record: z.string(), message: messageNote})
export type MessageAnswer = z.infer<typeof messageAnswer>

import type {Draft} from '../contract/facts.ts'
import type {Shape} from '../contract/shape.ts'

const DRAFT = /^(?:drafts\.|versions\.[^.]+\.)(.+)$/

/** The id that a draft or a version would have when published; null for a document that is no draft. */
export function publishedIdOf(id: string): string | null {
  return DRAFT.exec(id)?.[1] ?? null
}

/** An unfinished document: its fields may be anything, so nothing in it is required. */
export function parseDraft(document: Shape, publishedId: string, type: string): Draft {
  const text = (field: string): string | null => {
    const value = document[field]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {id: publishedId, type, session: text('stripeSessionId'), paymentIntent: text('stripePaymentId')}
}

import {z} from 'zod'
import type {Job} from '../../../functions/jobs/jobs.ts'

/** A page of a school, and how many it has. */
const page = z.object({school: z.string(), page: z.int(), of: z.int()})
export type Page = z.infer<typeof page>

export function readPage(job: Job): Page {
  return page.parse(job)
}

export function firstOf(school: string, of = 3): Page {
  return {school, page: 1, of}
}

/** The page after it, or null after the last. */
export function pageAfter(done: Page): Page | null {
  return done.page === done.of ? null : {...done, page: done.page + 1}
}

/** All pages of a school, as they are noted. */
export function pagesOf(school: string, of = 3): string[] {
  return Array.from({length: of}, (_, nth) => `${school} ${nth + 1}`)
}

import type {Period, Reading} from '../ports.ts'
import {createFinishPages} from './finish-pages.ts'
import {listPage, secondsOf, type Source} from './read-sessions.ts'
import {readWindows, type OpenWindows, type PageRead, type Window} from './read-windows.ts'

/**
 * Every session created in a period, newest first (last come those whose products had to be asked for), each parsed
 * as its page comes. A large period is read in several windows side by side.
 *
 * @param onPage hears how many sessions each page brought
 */
export async function readCreated(
  source: Source,
  period: Period,
  {open, onPage}: {open: OpenWindows; onPage: (sessions: number) => void},
): Promise<Reading[]> {
  const finish = createFinishPages(source)

  async function readPage({from, to, after}: Window): Promise<PageRead> {
    if (source.isStopped()) return {readings: [], last: null}
    const {data, has_more: hasMore} = await listPage(source, {created: {gte: from, lt: to}}, after)
    onPage(data.length)
    const {id, created} = data.at(-1) ?? {}
    const last = hasMore && id !== undefined && created !== undefined ? {id, created} : null
    return {readings: await finish.page(data), last}
  }

  const readings = await readWindows({...secondsOf(period), after: null}, readPage, open)
  return [...readings, ...(await finish.rest())]
}

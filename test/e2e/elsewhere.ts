import type {Demo} from '../../studio/local/demo/start-demo.ts'
import type {DemoSeed} from '../../studio/local/seed/demo-seed.ts'
import type {Elsewhere} from '../support/repair-by-http.ts'
import type {Who} from './setup.ts'

/** One of the demo people, at work without a browser of these tests. */
export function elsewhere({url}: Demo, {people}: DemoSeed, who: Who): Elsewhere {
  return {endpoint: `${url}/api`, token: people.find(({id}) => id === who)?.token ?? ''}
}

import {act, cleanup, render, screen} from '@testing-library/react'
import {Fragment, type ReactNode, useSyncExternalStore} from 'react'
import {Studio, type Tool} from 'sanity'
import {afterAll, afterEach, beforeAll} from 'vitest'
import {languageOf} from '../../../plugin/i18n/language.ts'
import {parseOptions} from '../../../plugin/options.ts'
import {stripePasses} from '../../../plugin/index.ts'
import {passesTool} from '../../../plugin/tool/passes-tool.ts'
import {SchemaGate} from '../../../plugin/tool/parts/SchemaGate.tsx'
import {startFarSide} from './start-far-side.ts'
import {goTo, studioConfig, untilOpen} from './studio-config.ts'

/**
 * A real Studio, one for a whole file, with a tool in which the file's tests show one part of a screen after another:
 * whatever such a part has around it in a Studio it has here, and none of them has to be brought about by clicks.
 *
 * @example const show = stage(); test('…', () => { show(<EntryRow {...row} />) })
 */
export function stage(): (parts: ReactNode) => void {
  let shown: {parts: ReactNode; nth: number} = {parts: null, nth: 0}
  const listeners = new Set<() => void>()
  // Each begins anew, with nothing of the one before.
  const show = (parts: ReactNode) =>
    act(() => {
      shown = {parts, nth: shown.nth + 1}
      for (const listener of listeners) listener()
    })
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const getShown = () => shown
  let close = async () => {}

  beforeAll(async () => {
    const far = await startFarSide()
    ;({close} = far)
    const options = parseOptions({endpoint: far.endpoint})
    function Stage() {
      const {parts, nth} = useSyncExternalStore(subscribe, getShown)
      return (
        <SchemaGate options={options}>
          <div data-testid="stage">
            <Fragment key={nth}>{parts}</Fragment>
          </div>
        </SchemaGate>
      )
    }
    const tool: Tool = {...passesTool(options), name: 'stage', title: 'Stage', component: Stage}
    goTo('/stage', far.tokens['p-ingrid'] ?? '')
    render(
      <Studio
        config={studioConfig(far, {plugins: [stripePasses({endpoint: far.endpoint})], tools: [tool]})}
      />,
    )
    await untilOpen()
    await screen.findByTestId('stage')
    // What is shown there is shown at once.
    await (await languageOf('en-US')).all()
  }, 300_000)
  afterEach(() => show(null))
  afterAll(async () => {
    cleanup()
    await close()
  })
  return show
}

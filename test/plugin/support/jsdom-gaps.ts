import {configure} from '@testing-library/react'
import {WebSocket} from 'ws'

// What every browser has and jsdom has not, as far as a Studio asks for it on its way to a screen. Run before each file.

class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return []
  }
}

function matchMedia(media: string) {
  return {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }
}

/** A Studio asks for its newest version when it starts; no test may depend on the outside. */
function keepInside(reach: typeof fetch): typeof fetch {
  return (input, init) => {
    const {hostname} = new URL(input instanceof Request ? input.url : input)
    return hostname === 'localhost' ? reach(input, init) : Promise.resolve(Response.json({}))
  }
}

Object.assign(globalThis, {
  // Node's own hands its events to jsdom's targets, which refuse them.
  WebSocket,
  ResizeObserver: Observer,
  IntersectionObserver: Observer,
  matchMedia,
  requestIdleCallback: (run: () => void) => setTimeout(run, 0),
  cancelIdleCallback: clearTimeout,
  scrollTo: () => undefined,
  fetch: keepInside(fetch),
})
Object.assign(Element.prototype, {scrollIntoView: () => undefined, scrollTo: () => undefined})
// jsdom lays nothing out, and a list that is nought high shows no rows.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', {
  configurable: true,
  get(this: HTMLElement) {
    return this.tagName === 'LI' ? 70 : 5_000
  },
})
// Asking of each element whether its styles hide it takes jsdom seconds in a page as large as a Studio.
configure({asyncUtilTimeout: 60_000, defaultHidden: true})

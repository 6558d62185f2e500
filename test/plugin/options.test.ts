import {expect, it} from 'vitest'
import {parseOptions} from '../../plugin/options.ts'

it.each([
  ['https://passes.example.com', 'https://passes.example.com'],
  ['https://passes.example.com/api/', 'https://passes.example.com/api'],
  ['http://localhost:3333/api', 'http://localhost:3333/api'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://demo.localhost:3333', 'http://demo.localhost:3333'],
  ['/api', '/api'],
  ['/', ''],
])('the function may be at %s', (endpoint, expected) => {
  expect(parseOptions({endpoint})).toEqual({endpoint: expected, title: 'Passes', shop: null, badges: true})
})

it.each([
  [undefined, /endpoint: is missing\. Set SANITY_STUDIO_PASSES_ENDPOINT/],
  ['', /endpoint: is missing/],
  ['http://passes.example.com', /endpoint: must begin with https/],
  ['http://localhost.example.com', /endpoint: must begin with https/],
  ['ftp://passes.example.com', /endpoint: must begin with https/],
  ['//passes.example.com', /endpoint: must be a web address/],
  ['passes.example.com', /endpoint: must be a web address/],
  ['https://me:secret@passes.example.com', /endpoint: must not carry a name or password/],
  ['https://passes.example.com?key=1', /endpoint: must end before/],
])('the Studio does not start with the endpoint %s, and says why', (endpoint, words) => {
  expect(() => parseOptions({endpoint})).toThrow(words)
})

it('an option that is wrong or unknown is named, all of them at once', () => {
  const given = {endpoint: 'nowhere', title: ' ', badges: JSON.parse('"no"'), endpont: '/api'}
  expect(() => parseOptions(given)).toThrow(/endpont.*endpoint:.*title:.*badges:/)
})

it('the tool can be called something else', () => {
  expect(parseOptions({endpoint: '/api', title: 'Klippekort'}).title).toBe('Klippekort')
})

it.each(['/shop', 'https://dance.example.com/{school}/passes'])('the shop may be at %s', (shop) => {
  expect(parseOptions({endpoint: '/api', shop}).shop).toBe(shop)
})

it.each(['javascript:alert(1)', '//elsewhere.example.com', 'http://dance.example.com', 'shop', ''])(
  'the Studio does not start with a shop at «%s», and says why',
  (shop) => {
    expect(() => parseOptions({endpoint: '/api', shop})).toThrow(/shop: must be an address/)
  },
)

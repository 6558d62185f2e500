import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import type {MessageNote} from '../../plugin/core/contract/message.ts'
import {composeMessage, type MessageFacts} from '../../plugin/core/message/compose-message.ts'
import {mailAddress} from '../../plugin/core/message/mail-address.ts'
import {mailLink} from '../../plugin/core/message/mail-link.ts'
import {nextNote} from '../../plugin/core/message/next-note.ts'
import {OWN_SETUP, unknownFields} from '../../plugin/core/message/templates.ts'
import {stored} from './build-facts.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')

type Words = {
  pass?: Partial<MessageFacts['entitlement']>
  school?: Partial<MessageFacts['school']>
  email?: string | null
  setup?: typeof OWN_SETUP
}

/** What Ada is told of her clip card, which ends on the 30th of May. */
function told({pass = {}, school = {}, email = 'ada.lind@example.com', setup = OWN_SETUP}: Words = {}) {
  return composeMessage(
    {
      entitlement: {
        passName: '10 Single Clip Card',
        classesLeft: 10,
        type: 'clipcard',
        ends: stored(Date.parse('2026-05-30T10:00:00Z')),
        active: true,
        ...pass,
      },
      school: {
        name: 'Nordlys Dance',
        slug: 'nordlys-dance',
        country: 'NO',
        timeZone: 'Europe/Oslo',
        ...school,
      },
      student: {email},
    },
    setup,
    NOW,
  )
}

const withLink = (link: string) => ({...OWN_SETUP, link})

describe('what a student is told', () => {
  it('is Norwegian at a Norwegian school: pass, classes, until when, school and where', () => {
    expect(told({setup: withLink('https://nordlys.example.com/kort')})).toEqual({
      language: 'nb',
      to: 'ada.lind@example.com',
      subject: 'Kortet ditt er klart: 10 Single Clip Card',
      text: [
        'Hei!',
        '',
        'Kortet ditt hos Nordlys Dance er klart: 10 Single Clip Card.',
        'Det gir deg 10 klipp, til 30. mai 2026.',
        '',
        'Du finner det her: https://nordlys.example.com/kort',
        '',
        'Hilsen',
        'Nordlys Dance',
      ].join('\n'),
    })
  })

  it.each(['FI', 'SE', null])('is English at a school of %s', (country) => {
    const message = told({school: {country, timeZone: 'Europe/Helsinki'}})
    expect(message).toMatchObject({language: 'en', subject: 'Your pass is ready: 10 Single Clip Card'})
    expect(message?.text).toContain('It gives you 10 classes, until 30 May 2026.')
  })

  it.each([
    [{classesLeft: 1}, 'gir deg 1 klipp'],
    [{classesLeft: null, type: 'monthly'}, 'gir deg ubegrensede klipp'],
  ])('says how many classes: %o', (pass, words) => {
    expect(told({pass})?.text).toContain(words)
  })

  it('says one class in the singular', () => {
    expect(told({pass: {classesLeft: 1}, school: {country: null}})?.text).toContain('1 class,')
  })

  it('names the last day on the school’s clock: an end at midnight is the day before', () => {
    const midnight = stored(Date.parse('2026-05-31T22:00:00Z'))
    expect(told({pass: {ends: midnight}})?.text).toContain('til 31. mai 2026')
    expect(told({pass: {ends: midnight}, school: {timeZone: 'Asia/Tokyo'}})?.text).toContain(
      'til 1. juni 2026',
    )
  })

  it('leaves out a line of which there is nothing to say', () => {
    expect(told()?.text).not.toContain('finner det')
    expect(told({pass: {classesLeft: null}})?.text).not.toContain('gir deg')
    expect(told()?.text).not.toContain('\n\n\n')
  })

  it.each([
    ['switched off', {active: false}],
    ['over', {ends: stored(NOW)}],
    ['of an end that cannot be read', {ends: {text: 'soon', at: null}}],
    ['nameless', {passName: '  '}],
  ])('is nothing where the pass is %s', (_why, pass) => {
    expect(told({pass})).toBeNull()
  })
})

describe('hostile text', () => {
  it('in names becomes one line of what can be seen', () => {
    const name = 'Free!\r\nBcc: all@example.com\u202Egnp.exe\u0000\u200B\uD800'
    const message = told({pass: {passName: name}, school: {name: `Nordlys\n\n${'x'.repeat(500)}`}})
    expect(message?.subject).toBe('Kortet ditt er klart: Free! Bcc: all@example.com gnp.exe')
    expect(message?.text.split('\n')).toHaveLength(told()?.text.split('\n').length ?? 0)
    expect(message?.text).toMatch(/Nordlys x{100,111}…/)
  })

  it('in a name is not read as a place of the template', () => {
    const message = told({
      pass: {passName: '{link} {school} {pass}'},
      setup: withLink('https://n.example.com'),
    })
    expect(message?.subject).toBe('Kortet ditt er klart: {link} {school} {pass}')
  })

  it('in a slug leads nowhere', () => {
    const setup = withLink('https://{slug}.example.com/passes')
    expect(told({setup})?.text).toContain('https://nordlys-dance.example.com/passes')
    for (const slug of ['evil.example.org/', 'a b', 'x@y', '', null]) {
      expect(told({setup, school: {slug}})?.text).not.toContain('example.')
    }
  })

  it.each([
    'ada@example.com\nbcc: all@example.com',
    'ada@example.com\r\n\r\nHello',
    'ada@example.com, eve@example.com',
    'ada@example.com;eve@example.com',
    'Ada <ada@example.com>',
    'ada@example.com\u2028eve',
    'ada@\u200Bexample.com',
    'ada@localhost',
    'ada',
    '',
    null,
    `${'a'.repeat(250)}@example.com`,
  ])('is no address: %j', (email) => {
    expect(mailAddress(email)).toBeNull()
    expect(told({email})).toMatchObject({to: null})
  })

  it('never gets a line of its own, nor breaks the link that opens a mail, whatever is typed', () => {
    const lines = told()?.text.split('\n').length
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (passName, name) => {
        const message = told({pass: {passName: `A${passName}`}, school: {name: `B${name}`}})
        expect(message?.text.split(/[\n\r\u2028\u2029\u0085\v\f]/)).toHaveLength(lines ?? 0)
        expect(message?.subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        const link = new URL((message && mailLink(message)) ?? '')
        expect([...link.searchParams.keys()]).toEqual(['subject', 'body'])
        expect(link.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(message?.text)
      }),
      {numRuns: 50},
    )
  })
})

describe('a mail', () => {
  it('opens to the student with subject and lines as they are', () => {
    const message = {
      language: 'en' as const,
      to: 'ada+pass@example.com',
      subject: 'A & B?',
      text: 'Hi!\nYou & I',
    }
    expect(mailLink(message)).toBe(
      'mailto:ada%2Bpass%40example.com?subject=A%20%26%20B%3F&body=Hi!%0D%0AYou%20%26%20I',
    )
  })

  it('opens to nobody where there is no address', () => {
    expect(mailLink({language: 'en', to: null, subject: 'A', text: 'B'})).toBeNull()
  })
})

it('a template tells what it names that there is not', () => {
  expect(unknownFields({subject: '{pass}', text: '{navn}, {classes} {navn} {} { link }'})).toEqual([
    'navn',
    '',
    ' link ',
  ])
  for (const template of Object.values(OWN_SETUP.templates)) expect(unknownFields(template)).toEqual([])
})

describe('what a record says of its message', () => {
  const record = 'passRepair.cs_live_1.1'
  const note = (state: MessageNote['state'], channel: MessageNote['channel'] = 'mail') => ({
    channel,
    state,
    at: NOW,
  })
  const byMail = {record, state: 'told', channel: 'mail'} as const
  const confirmed = {record, state: 'confirmed'} as const
  const LATER = NOW + DAY

  it('is that the student was told, and how', () => {
    expect(nextNote(null, byMail, LATER)).toEqual({channel: 'mail', state: 'told', at: LATER})
    expect(nextNote(note('failed', 'webhook'), byMail, LATER)).toMatchObject({channel: 'mail', state: 'told'})
    expect(nextNote(note('told', 'copy'), byMail, LATER)).toMatchObject({channel: 'mail', at: LATER})
  })

  it('stays as it is when the same is said again', () => {
    const held = note('told')
    expect(nextNote(held, byMail, LATER)).toBe(held)
  })

  it('is that the student has confirmed, and stays so', () => {
    expect(nextNote(note('told', 'webhook'), confirmed, LATER)).toEqual({
      channel: 'webhook',
      state: 'confirmed',
      at: LATER,
    })
    const held = note('confirmed')
    expect(nextNote(held, byMail, LATER)).toBe(held)
    expect(nextNote(held, confirmed, LATER)).toBe(held)
  })

  it('is never that something was confirmed which nobody told', () => {
    expect(nextNote(null, confirmed, LATER)).toBeNull()
    expect(nextNote(note('held_back', 'webhook'), confirmed, LATER)).toBeNull()
  })
})

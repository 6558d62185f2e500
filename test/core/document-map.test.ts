import {describe, expect, it, test} from 'vitest'
import {groq, named, quoted} from '../../plugin/core/documents/groq.ts'
import {parseDocumentMap} from '../../plugin/core/documents/parse-document-map.ts'
import {
  createSchoolSchema,
  PLATFORM_SCHEMA,
  type SchoolSchema,
} from '../../plugin/core/documents/school-schema.ts'

function problemsOf(given: unknown): string {
  return parseDocumentMap(given).problems.join('\n')
}

function schemaOf(given: unknown): SchoolSchema {
  const {map, problems} = parseDocumentMap(given)
  if (map === null) throw new Error(problems.join(' '))
  return createSchoolSchema(map)
}

describe('what a school says of its documents', () => {
  it('may be nothing: then it is the platform’s, and no document is touched on its way', () => {
    const schema = schemaOf({})
    const document = {_id: 'u1', _type: 'user', email: 'ada@example.com'}
    expect(schema.fingerprint).toBe('')
    expect(schema.read(document)).toBe(document)
    expect(schemaOf({student: {type: 'user'}}).queries).toEqual(PLATFORM_SCHEMA.queries)
  })

  it.each([
    [[], /documents must be an object/],
    [{members: {}}, /documents\.members is nothing that there is; there are school, student/],
    [{student: 'member'}, /documents\.student must be an object/],
    [{student: {typ: 'member'}}, /documents\.student\.typ is not known/],
    [
      {student: {fields: {mail: 'email'}}},
      /documents\.student\.fields\.mail is no field of ours; there are clerkId, email/,
    ],
    [
      {student: {fields: {constructor: 'email'}}},
      /documents\.student\.fields\.constructor is no field of ours/,
    ],
    [{student: {fields: {email: 7}}}, /documents\.student\.fields\.email must be the name of a field/],
    [{student: {fields: {email: {name: 'mail', as: 'id'}}}}, /email\.as is not known; there is name/],
    [{entitlement: {fields: {pass: {name: 'product', as: 'text'}}}}, /pass\.as must be "reference" or "id"/],
    [{entitlement: {fields: {session: null}}}, /documents\.entitlement\.fields\.session cannot be null/],
    [
      {entitlement: {fields: {school: null}}},
      /documents\.entitlement\.fields\.school cannot be null, unless/,
    ],
    [{entitlement: {fields: {session: 'startDate'}}}, /session is in the same place as starts/],
    [{entitlement: {fields: {session: 'stripePaymentId.session'}}}, /is in the same place as/],
    [{student: {type: 'subscription'}}, /is «subscription», and so is student/],
    [{student: {type: 'passRepair'}}, /is «passRepair», which the plugin writes itself/],
    [{pass: {fields: {validity: null}}}, /validity cannot be null where both/],
    [{pass: {fields: {validityDays: null, expiry: null}}}, /else no pass would ever end/],
    [{pass: {values: {type: {single: 'one', multi: 'one'}}}}, /calls two values the same/],
    [{pass: {values: {type: {clip: 'ten'}}}}, /values\.type\.clip is no value of ours; there are single/],
    [{entitlement: {values: {active: {yes: 'active'}}}}, /must say both yes and no/],
    [
      {entitlement: {values: {type: {single: 'one'}}}},
      /must name clipcard, which a pass of type multi becomes/,
    ],
    [
      {entitlement: {fields: {upgradeHistory: {name: 'upgrades', of: {session: null}}}}},
      /fields\.upgradeHistory\.of\.session cannot be null/,
    ],
    [
      {entitlement: {fields: {upgradeHistory: {name: 'upgrades', of: {payment: 'a'}}}}},
      /upgradeHistory\.of\.payment is no field of ours; there are fromPass, toPass, session/,
    ],
    [
      {entitlement: {fields: {upgradeHistory: {name: 'upgrades', of: {session: 'a] | *'}}}}},
      /upgradeHistory\.of\.session must be the name of a field/,
    ],
    [
      {entitlement: {fields: {upgradeHistory: {name: 'upgrades', of: {session: 'id', toPass: 'id'}}}}},
      /upgradeHistory\.of\.session is in the same place as toPass/,
    ],
    [
      {entitlement: {fields: {upgradeHistory: {name: 'upgrades', of: {session: {name: 'id', as: 'id'}}}}}},
      /upgradeHistory\.of\.session\.as is not known; there is name/,
    ],
    [{entitlement: {fields: {upgradeHistory: {name: 'upgrades', of: 'id'}}}}, /\.of must be an object/],
    [{pass: {fields: {name: {name: 'title', of: {}}}}}, /name\.of is not known; there is name/],
    [{pass: {fields: {price: {name: 'amount', in: 'øre'}}}}, /price\.in must be "hundredths"/],
    [{pass: {fields: {validityDays: {name: 'm', in: 'months'}}}}, /validityDays\.in must be "weeks"/],
    [{pass: {fields: {classesLimit: {name: 'n', in: 'hundredths'}}}}, /classesLimit\.in is not known/],
    [{school: {only: 'a b'}}, /documents\.school\.only must be the id of a document/],
    [
      {school: {only: 's1'}, student: {fields: {school: 'site'}}},
      /school cannot be named: there is only one/,
    ],
  ])('%j is refused with its place', (given, problem) => {
    expect(parseDocumentMap(given).map).toBeNull()
    expect(problemsOf(given)).toMatch(problem)
  })
})

describe('a name can be nothing but a name', () => {
  const hostile = [
    'a] | *',
    'mail == "" || true',
    '_id',
    'a.b[0]',
    'a->b',
    'in',
    'x.match',
    'a"b',
    '',
    'a b',
    'ø',
  ]

  it.each(hostile)('«%s» is no field', (name) => {
    expect(problemsOf({student: {fields: {email: name}}})).toMatch(/must be the name of a field/)
  })

  it.each(['user" || true', 'a b', '', '_x', "a'"])('«%s» is no type', (type) => {
    expect(problemsOf({student: {type}})).toMatch(/must be the name of a document type/)
  })

  it('and what was not checked does not get into a query', () => {
    expect(groq`*[_type == ${quoted('member')} && ${named('a.b')} == $x]`).toBe(
      '*[_type == "member" && a.b == $x]',
    )
    expect(() => named('a] | *')).toThrow('is no name of a field')
    expect(() => quoted('a" || true')).toThrow('is no name of a type')
  })
})

describe('a list of upgrades under names of the school’s own', () => {
  const {read, write, queries, fingerprint} = schemaOf({
    entitlement: {
      fields: {
        upgradeHistory: {
          name: 'story.upgrades',
          of: {session: 'billing.checkout', toPass: {name: 'became', as: 'reference'}, fromPass: null},
        },
      },
    },
  })
  const held = (upgrades: unknown) => ({_id: 's1', _type: 'subscription', story: {upgrades}})

  test('is read by them', () => {
    const step = {_key: 'a', billing: {checkout: 'cs_1'}, became: {_ref: 'P3'}, fromPassId: 'P2'}
    expect(read(held([step]))).toMatchObject({upgradeHistory: [{stripeSessionId: 'cs_1', toPassId: 'P3'}]})
    expect(read(held([step]))).not.toHaveProperty('upgradeHistory.0.fromPassId')
  })

  test('is asked for by them, and told apart from one that was not named', () => {
    expect(queries.entitlementsUpgraded).toContain(
      'defined(story.upgrades) && count(story.upgrades[billing.checkout in $references]) > 0',
    )
    expect(fingerprint).not.toBe('')
    expect(fingerprint).not.toBe(
      schemaOf({entitlement: {fields: {upgradeHistory: 'story.upgrades'}}}).fingerprint,
    )
  })

  test('that is none, or has something else in it, stays what it is: nobody takes it for an empty one', () => {
    expect(read(held('upgraded'))).toMatchObject({upgradeHistory: 'upgraded'})
    expect(read(held(['cs_1']))).toMatchObject({upgradeHistory: ['cs_1']})
  })

  test('is read only, and never mistaken for the payment of the pass itself', () => {
    const set = {upgradeHistory: [{stripeSessionId: 'cs_1'}]}
    expect(() => write({patch: {id: 's1', set, unset: []}})).toThrow(/no name for upgradeHistory/)
    const paid = {patch: {id: 's1', set: {stripeSessionId: 'cs_1'}, unset: []}}
    expect(write(paid)).toEqual(paid)
  })
})

describe('amounts and lengths that a school counts otherwise', () => {
  const {read, write} = schemaOf({
    pass: {
      fields: {price: {name: 'cents', in: 'hundredths'}, validityDays: {name: 'length', in: 'weeks'}},
    },
    entitlement: {fields: {price: {name: 'cents', in: 'hundredths'}}},
  })
  const paying = (purchasePrice: number) => write({patch: {id: 's1', set: {purchasePrice}, unset: []}})

  test('are read as ours', () => {
    expect(read({_id: 'P1', _type: 'pass', cents: 24_990, length: 12})).toMatchObject({
      price: 249.9,
      validityDays: 84,
    })
  })

  test('are written as theirs, to the last øre', () => {
    for (const price of [250, 0, 19.99, 1.1, 8.7, 1234.56]) {
      const cents = Number(price.toFixed(2).replace('.', ''))
      expect(paying(price)).toEqual({patch: {id: 's1', set: {cents}, unset: []}})
      expect(read({_id: 's1', _type: 'subscription', cents})).toMatchObject({purchasePrice: price})
    }
  })

  test('are never rounded: what has no whole number there is refused', () => {
    expect(() => paying(1.234)).toThrow(/no name for purchasePrice 1\.234/)
  })

  test('are left as they are where they are no numbers', () => {
    expect(read({_id: 'P1', _type: 'pass', cents: '249', length: null})).toMatchObject({
      price: '249',
      validityDays: null,
    })
  })
})

describe('a document of another school', () => {
  const schema = schemaOf({
    student: {type: 'member'},
    entitlement: {
      type: 'membership',
      values: {type: {single: 'once', clipcard: 'ten', 'multi-pass': 'some', monthly: 'all'}},
    },
    booking: {type: 'attendance', fields: {bookings: null, student: 'member', bookedAt: '_createdAt'}},
  })

  test('of a type that only the platform would call so is not taken for one of ours', () => {
    expect(schema.read({_id: 'u1', _type: 'user', email: 'staff@example.com'})).toMatchObject({
      _type: 'other.user',
    })
    expect(schema.read({_id: 'r1', _type: 'passRepair', kind: 'grant'})).toMatchObject({_type: 'passRepair'})
    expect(schema.read(null)).toBeNull()
  })

  test('whose value reads like one of ours, and is not, is not taken for it, and is put back as it was', () => {
    const read = schema.read({_id: 'm1', _type: 'membership', type: 'clipcard'})
    expect(read).toMatchObject({_type: 'subscription', type: {unnamed: 'clipcard'}})
    const back = schema.write({patch: {id: 'm1', set: {type: {unnamed: 'clipcard'}}, unset: []}})
    expect(back).toEqual({patch: {id: 'm1', set: {type: 'clipcard'}, unset: []}})
    expect(schema.read({_id: 'm1', _type: 'membership', type: 'gold'})).toMatchObject({type: 'gold'})
  })

  test('is a booking by itself, where there is no list of them', () => {
    const member = {_type: 'reference', _ref: 'u1'}
    expect(
      schema.read({_id: 'a1', _type: 'attendance', _createdAt: '2026-03-01T10:00:00Z', member}),
    ).toMatchObject({
      _type: 'classInstance',
      bookings: [{student: member, bookingTime: '2026-03-01T10:00:00Z'}],
    })
    expect(schema.queries.bookings).toContain('*[_type == "attendance" && member._ref in $people')
  })

  test('is of the only school, which it does not name', () => {
    const only = schemaOf({
      school: {
        type: 'site',
        only: 'site',
        timeZone: 'Europe/Oslo',
        currency: 'nok',
        fields: {currency: null},
      },
      entitlement: {fields: {pass: {name: 'product', as: 'reference'}}},
    })
    expect(only.read({_id: 'm1', _type: 'subscription', product: {_ref: 'P1'}})).toMatchObject({
      tenant: {_ref: 'site'},
      passId: 'P1',
    })
    expect(only.read({_id: 'site', _type: 'site', schoolName: 'Fjord'})).toMatchObject({
      _type: 'tenant',
      settings: {timezone: 'Europe/Oslo'},
      stripeConnect: {currency: 'nok'},
    })
    expect(only.read({_id: 'other', _type: 'site'})).toMatchObject({_type: 'other.site'})
    const set = {tenant: {_type: 'reference', _ref: 'site'}, passId: 'P2'}
    expect(only.write({patch: {id: 'm1', set, unset: ['tenant']}})).toEqual({
      patch: {id: 'm1', set: {product: {_type: 'reference', _ref: 'P2'}}, unset: []},
    })
  })
})

import {describe, expect, it} from 'vitest'
import {CHECKS, FINDINGS, OF_INSTALLATION, REMEDIES, WHY_UNKNOWN} from '../../plugin/core/contract/finding.ts'
import {checkSentence} from '../../plugin/core/words/check-sentence.ts'
import {healthWords} from '../../plugin/core/words/health.ts'
import {say} from '../../plugin/core/words/say.ts'

const writing = {list: (items: readonly string[]) => items.join(' and '), time: (at: number) => `at ${at}`}

describe('Health’s words', () => {
  it.each(Object.entries(FINDINGS))(
    'say what %s means, for one and for many',
    (finding, {check, state, remedy}) => {
      for (const count of [1, 2])
        expect(say(healthWords, `health.finding.${finding}`, {count})).not.toContain('{{')
      expect(CHECKS).toContain(check)
      expect(state === 'ok').toBe(remedy === null)
    },
  )

  it('say why something is not known, and what helps, each in a sentence', () => {
    const sentences = [
      ...Object.keys(WHY_UNKNOWN).map((why) => say(healthWords, `health.why.${why}`)),
      ...REMEDIES.map((remedy) => say(healthWords, `health.remedy.${remedy}`)),
    ]
    for (const sentence of sentences) expect(sentence).toMatch(/\S[.>]$|\.$/)
  })

  it('use every remedy that there is', () => {
    const used = new Set<string | null>([
      ...Object.values(FINDINGS).map(({remedy}) => remedy),
      ...Object.values(WHY_UNKNOWN),
    ])
    expect(REMEDIES.filter((remedy) => !used.has(remedy))).toEqual([])
  })

  it('put lists and moments where the sentence has its places', () => {
    const {key, values} = checkSentence(
      {
        id: 'deliveries',
        state: 'failing',
        finding: 'deliveries_pending',
        facts: {count: 2, of: 5, oldestAt: 7},
        remedy: null,
        setting: null,
        link: null,
      },
      writing,
    )
    expect(say(healthWords, key, values)).toBe(
      '2 of the last 5 events have not been taken, the oldest since at 7.',
    )
  })

  it('are missing for nothing: a key without words is a bug', () => {
    expect(() => say(healthWords, 'health.finding.nothing_known')).toThrow('no words')
  })

  it('know what is the same for every school', () => {
    expect([...OF_INSTALLATION].filter((id) => !CHECKS.includes(id))).toEqual([])
    expect(OF_INSTALLATION.has('sales')).toBe(false)
  })
})

import axe from 'axe-core'
import {fireEvent, screen, within} from '@testing-library/react'
import {expect, test} from 'vitest'
import {user} from '../support/find.ts'
import {openStudio} from '../support/open-studio.tsx'

test('Health says what needs mending first, what to do, and where; it is reached by its tab and has no fault of access.', async () => {
  const {walk} = await openStudio('/passes')
  // Whoever works elsewhere sees on its tab that something needs mending.
  await user.click(await screen.findByLabelText(/^Health \d+: \d+ things need mending$/))
  const mending = await screen.findByLabelText(/^Needs mending \(\d+\)$/)
  const kinds = within(mending).getByRole('heading', {name: 'Kinds of the passes on sale'}).closest('li')
  if (kinds === null) throw new Error('no item')
  expect(kinds.textContent).toContain(
    'Of kinds that nothing can grant: 1 Course (8 weeks), 2 Course Pass, 3 Course Pass, and 4 Course Pass.',
  )
  expect(kinds.textContent).toContain('Open the pass and complete it, or take it off sale.')
  expect(within(kinds).getByRole('link', {name: 'Open 2 Course Pass'}).getAttribute('href')).toContain(
    'pass-2-course',
  )

  const links = within(mending).getAllByRole('link', {name: 'Open in Stripe'})
  for (const link of links) {
    expect(link.getAttribute('href')).toMatch(/^https:\/\/dashboard\.stripe\.com\//)
    expect(link.getAttribute('rel')).toContain('noopener')
  }
  const [firstGroup] = screen.getAllByLabelText(/\(\d+\)$/)
  expect(firstGroup).toBe(mending)

  const events = within(screen.getByLabelText('The last things that Stripe told')).getAllByRole('row')
  expect(events).toHaveLength(21)
  expect(events[2]?.textContent).toMatch(/Paid250\u00A0krOpen week Trial PassNo pass/)
  expect(events[2]?.querySelector('a')?.getAttribute('href')).toContain(walk.pass)

  const sold = await screen.findByLabelText('Sales per day')
  const slider = within(sold).getByRole('slider', {name: 'Sales per day: choose a day'})
  slider.focus()
  fireEvent.change(slider, {target: {value: '26'}})
  const said = slider.getAttribute('aria-valuetext') ?? ''
  const [, day, granted, missing] = /^(.+): Has its pass (\d+) · No pass (\d+)$/.exec(said) ?? []
  expect(within(sold).getByText(said)).toBeTruthy()
  await user.click(within(sold).getByRole('button', {name: 'Show as a table'}))
  const days = within(within(sold).getByRole('table', {name: 'Sales per day'})).getAllByRole('row')
  expect(days).toHaveLength(31)
  expect(days[4]?.textContent).toBe(`${day}${granted}${missing}`)

  // The old webhook of the demo was switched off: one alone grants, and nothing is complained of.
  expect(within(screen.getByLabelText(/^In order/)).getByText(/and nobody else does\.$/)).toBeTruthy()
  const trying = within(screen.getByLabelText('Try a purchase'))
  expect(trying.getByText(/^This is real money/)).toBeTruthy()
  await user.selectOptions(trying.getByLabelText('Which pass'), '10 Single Clip Card')
  await user.click(trying.getByRole('button', {name: 'Watch the next sale'}))
  await trying.findByText(/^Watching since .+: 10 Single Clip Card$/)
  expect(trying.getAllByRole('listitem').map(({textContent}) => textContent)).toEqual([
    'Paid at StripeWaitingNobody has paid yet.Buy the pass in the shop.',
    'Told to the webhookLater',
    'Pass writtenLater',
    'Seen by the studentLater',
  ])
  await user.click(trying.getByRole('button', {name: 'Stop watching'}))
  expect(trying.getByRole('button', {name: 'Watch the next sale'})).toBe(document.activeElement)

  const panel = document.getElementById('passes-screen') ?? document.body
  const found = await axe.run(panel, {rules: {'color-contrast': {enabled: false}}})
  expect(found.violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([])
})

test('A second examination that fails keeps the first, and says since when it is old.', async () => {
  const {trouble} = await openStudio('/passes/health')
  await screen.findByLabelText(/^Needs mending/)
  await trouble({failNext: 200})
  await user.click(screen.getByText('Examine again'))
  const unknown = await screen.findByLabelText(/^Can’t tell/, {}, {timeout: 60_000})
  await within(unknown).findAllByText('Stripe did not answer.', {}, {timeout: 60_000})
  expect(screen.getByLabelText('Sales and their passes').textContent).toContain(
    'This could not be read. Above stands why.',
  )
})

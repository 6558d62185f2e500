import {screen, waitFor} from '@testing-library/react'
import {userEvent} from '@testing-library/user-event'
import {expect, test} from 'vitest'
import {GrowingList} from '../../../plugin/tool/parts/GrowingList.tsx'
import {show} from '../support/show.tsx'

test('A long list stands with its first row, then with what fits a screen, and with all of them when somebody asks.', async () => {
  const payments = Array.from({length: 60}, (_, nth) => `payment ${nth}`)
  const counts: number[] = []
  const rows = () => document.querySelectorAll('li').length
  const watching = new MutationObserver(() => counts.push(rows()))
  watching.observe(document, {childList: true, subtree: true})
  await show(
    <GrowingList label="Payments" items={payments}>
      {(payment) => <li key={payment}>{payment}</li>}
    </GrowingList>,
  )
  await waitFor(() => expect(rows()).toBe(11))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(rows()).toBe(11)
  expect(counts.find((count) => count > 0)).toBe(1)

  await userEvent.click(screen.getByText('Show 49 older'))
  await waitFor(() => expect(rows()).toBe(60))
  expect(screen.queryByText(/older/)).toBeNull()
  watching.disconnect()
})

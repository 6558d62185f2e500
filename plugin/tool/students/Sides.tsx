import type {ReactNode} from 'react'
import {styled} from 'styled-components'

// The same row stands in a wide screen and in an inspector of 320 pixels: its own width decides, not the window's.
const Measured = styled.div`
  container-type: inline-size;
`

const Grid = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 12px;
  align-items: start;

  & > [data-joint-cell] {
    justify-self: start;
    margin-inline-start: 12px;
    line-height: 0;
    transform: rotate(90deg);
  }

  @container (min-width: 520px) {
    grid-template-columns: minmax(0, 1fr) 56px minmax(0, 1fr);

    & > [data-joint-cell] {
      margin-block-start: 14px;
      margin-inline-start: 0;
      transform: none;
    }
  }
`

/** Money left, pass right, the connector between; in a narrow place one below the other. */
export function Sides({money, joint, passes}: {money: ReactNode; joint: ReactNode; passes: ReactNode}) {
  return (
    <Measured>
      <Grid>
        <div>{money}</div>
        <div data-joint-cell>{joint}</div>
        <div>{passes}</div>
      </Grid>
    </Measured>
  )
}

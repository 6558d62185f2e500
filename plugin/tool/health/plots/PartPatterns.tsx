import {PatternLines} from '@visx/pattern'
import {PART_COLOR} from './part-fill.ts'

/** The textures that `partFill` names, for one drawing. */
export function PartPatterns({id}: {id: string}) {
  const size = {width: 5, height: 5, strokeWidth: 2.5}
  return (
    <>
      <PatternLines {...size} id={`${id}-missing`} stroke={PART_COLOR.missing} orientation={['diagonal']} />
      <PatternLines {...size} id={`${id}-failed`} stroke={PART_COLOR.failed} orientation={['diagonal']} />
      <PatternLines {...size} id={`${id}-pending`} stroke={PART_COLOR.pending} orientation={['horizontal']} />
      <PatternLines
        id={`${id}-unknown`}
        width={7}
        height={7}
        strokeWidth={1}
        stroke={PART_COLOR.unknown}
        orientation={['diagonalRightToLeft']}
      />
    </>
  )
}

import type {ReactNode} from 'react'

type RowCellProps = {
  flex: number
  strong: ReactNode
  /** What of it is known, in one line. */
  muted: readonly (string | null)[]
}

/** Two lines of a row, one above the other; what does not fit is cut off. */
export function RowCell({flex, strong, muted}: RowCellProps) {
  const words = muted.filter((word) => word !== null).join(' · ')
  return (
    <span className="row-stack row-cell" style={{flex}}>
      <span className="row-text row-strong">
        <span>{strong}</span>
      </span>
      <span className="row-text row-muted" title={words}>
        <span>{words}</span>
      </span>
    </span>
  )
}

import {Checkbox, Flex} from '@sanity/ui'

type RowCheckboxProps = {
  /** What it is called; asked for only where it is there. */
  words: () => string
  isSelected: boolean
  /** Null where the row may not be repaired with others; false where it is of another kind than those selected. */
  maySelect: boolean | null
  /** The keyboard is on its row: only then is it in the page's tab order. */
  isCurrent: boolean
  onFocus: () => void
  onSelect: (range: boolean) => void
}

/** Picks a row. Where a row may not be picked its place stays empty, so that all rows begin at the same line. */
export function RowCheckbox(props: RowCheckboxProps) {
  const {words, isSelected, maySelect, isCurrent, onFocus, onSelect} = props
  return (
    <Flex
      align="center"
      justify="flex-end"
      flex="none"
      style={{width: '2.25rem'}}
      // A thumb that misses the box by little means the box.
      onClick={(event) => {
        if (maySelect && event.target === event.currentTarget) onSelect(event.shiftKey)
      }}
    >
      {maySelect === null ? null : (
        <Checkbox
          aria-label={words()}
          checked={isSelected}
          disabled={!maySelect}
          tabIndex={isCurrent ? 0 : -1}
          onFocus={onFocus}
          onChange={() => undefined}
          onClick={(event) => onSelect(event.shiftKey)}
        />
      )}
    </Flex>
  )
}

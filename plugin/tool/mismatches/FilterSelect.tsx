import {Box, Select} from '@sanity/ui'

type FilterSelectProps<Value> = {
  label: string
  /** What "no filter" is called; without it there always is one. */
  any?: string
  options: readonly {value: Value; words: string}[]
  value: Value | null
  /** As wide as its longest option unless told: what else stands beside it then moves when options come. */
  width?: string
  /** A thumb needs more room than a pointer. */
  isWide: boolean
  onChange: (value: Value | null) => void
}

/** One filter with few values. */
export function FilterSelect<Value extends string | number>(props: FilterSelectProps<Value>) {
  const {label, any, options, value, width, isWide, onChange} = props
  return (
    <Box style={{width: isWide ? width : undefined}}>
      <Select
        aria-label={label}
        fontSize={1}
        padding={isWide ? 2 : 3}
        value={value ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          onChange(options.find((option) => String(option.value) === chosen)?.value ?? null)
        }}
      >
        {any === undefined ? null : <option value="">{any}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </Select>
    </Box>
  )
}

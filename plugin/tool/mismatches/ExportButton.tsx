import {DownloadIcon} from '@sanity/icons/Download'
import {Button, useMediaIndex} from '@sanity/ui'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Row} from '../../engine/rows.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {buttonName} from './button-name.ts'
import {rowsCsv} from './rows-csv.ts'
import {WIDE} from './wide.ts'

type ExportButtonProps = {rows: readonly Row[]; index: FactsIndex; wording: Wording}

/** Spreadsheets take a file for whatever the machine's own alphabet is, unless it begins like this. */
const IS_UNICODE = '\uFEFF'

/** What is shown, as a file for a spreadsheet. */
export function ExportButton({rows, index, wording}: ExportButtonProps) {
  const {text} = wording
  const isWide = useMediaIndex() >= WIDE
  const save = () => {
    const file = new Blob([IS_UNICODE, rowsCsv(rows, index, wording)], {type: 'text/csv;charset=utf-8'})
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = `${index.school.slug ?? index.school.id}-${text('csv.name')}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Button
      mode="bleed"
      icon={DownloadIcon}
      fontSize={1}
      padding={2}
      {...buttonName(text('csv.export'), isWide)}
      title={text('csv.export.title', {count: rows.length})}
      disabled={rows.length === 0}
      onClick={save}
    />
  )
}

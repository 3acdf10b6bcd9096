/**
 * Writes CSV that no spreadsheet runs: a cell whose first visible character is one of `= + - @ | %`, tab or carriage
 * return gets an apostrophe in front and is quoted (security.md 3.7). Control, zero-width and bidi characters before
 * it do not hide it.
 */
export function writeCsv(rows: Iterable<readonly string[]>, delimiter = ','): string {
  let text = ''
  for (const row of rows) text += csvLine(row, delimiter)
  return text
}

/** One line of safe CSV with its line end. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\n`
}

const invisible = /^(?:\p{C}|\p{Z}|\p{Default_Ignorable_Code_Point}|\u2800)+/u
const plainNumber = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u

function csvCell(cell: string, delimiter: string): string {
  const dangerous = isDangerous(cell)
  if (!dangerous && !/["\n\r]/u.test(cell) && !cell.includes(delimiter)) return cell
  return `"${dangerous ? "'" : ''}${cell.replaceAll('"', '""')}"`
}

function isDangerous(cell: string): boolean {
  if (cell === '' || plainNumber.test(cell)) return false
  if (/^[\t\r]/u.test(cell)) return true
  return /^[=+\-@|%＝＋－＠]/u.test(cell.replace(invisible, ''))
}

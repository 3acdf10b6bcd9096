import { crc32 } from 'node:zlib'

/** A sheet to be written: its name and its rows of texts, the first of them the headings. */
export type SheetOut = { name: string; rows: Iterable<readonly string[]> }

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/**
 * Writes an XLSX workbook: every cell a typed text, so nothing in it can be a formula. The zip is stored, not packed,
 * and carries no time and no author: the same rows give the same bytes.
 */
export function writeXlsx(sheets: readonly SheetOut[]): Uint8Array {
  const names = sheetNames(sheets)
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(names)],
    ['xl/_rels/workbook.xml.rels', relations(names.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]))],
    ...sheets.map(({ rows }, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(rows)]),
  ]
  return zipStored(parts.map(([name, text]) => [name, Buffer.from(text, 'utf8')]))
}

/** Sheet names as Excel allows them: at most 31 characters, none of its separators, no two alike. */
function sheetNames(sheets: readonly SheetOut[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, at) => {
    let plain = name
      .replace(/[\\/?*[\]:'\p{C}]/gu, ' ')
      .trim()
      .slice(0, 28)
    if (plain === '' || taken.has(plain.toLowerCase())) plain = `${plain} ${at + 1}`.trim()
    taken.add(plain.toLowerCase())
    return plain
  })
}

function contentTypes(count: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  )
  return `${header}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.join('')}</Types>`
}

function relations(targets: string[][]): string {
  const all = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `${header}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`
}

function workbook(names: string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  return `${header}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function sheetXml(rows: Iterable<readonly string[]>): string {
  const pieces = [`${header}<worksheet xmlns="${main}"><sheetData>`]
  let number = 0
  for (const row of rows) {
    number += 1
    const cells = row.map((cell, column) =>
      cell === ''
        ? ''
        : `<c r="${columnName(column)}${number}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.slice(0, 32_767))}</t></is></c>`,
    )
    pieces.push(`<row r="${number}">${cells.join('')}</row>`)
  }
  pieces.push('</sheetData></worksheet>')
  return pieces.join('')
}

function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** XML text; characters that XML 1.0 cannot hold become U+FFFD. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- the characters XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '\uFFFD')
      .replace(/[&<>"\r]/gu, (character) => entities[character]!)
  )
}

function zipStored(files: [string, Buffer][]): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, data] of files) {
    const title = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    // version 2.0, names in UTF-8, stored, 1 January 1980
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(0x0021, 8)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(title.length, 22)
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, title, data)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, tail, title)
    offset += 30 + title.length + data.length
  }
  const size = central.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...local, ...central, end]))
}

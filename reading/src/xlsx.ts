import { ReadingError } from './errors.ts'
import type { Limits } from './limits.ts'
import type { RawRow } from './rows.ts'
import type { Source } from './source.ts'
import { dateStyles } from './xlsx-styles.ts'
import { readSheet } from './xlsx-sheet.ts'
import { walkXml } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

/** A sheet of a workbook in the order of its tabs. */
export type Sheet = { name: string; hidden: boolean; part: string }

/** What a workbook shares between its sheets. */
export type Workbook = { sheets: Sheet[]; strings: string[]; dates: Set<number>; date1904: boolean }

/** Rows of one sheet as they come; the first batch of a sheet may be empty. */
export type SheetRows = { sheet: string; rows: RawRow[] }

/**
 * Reads an XLSX workbook sheet by sheet. Hidden sheets are left out unless one is asked for by name or `hidden` says
 * so; `onSheets` is told all of them first. Formulas give the value that was stored with them, never run.
 */
export async function* readXlsx(
  source: Source,
  limits: Limits,
  options: { sheet?: string | undefined; hidden?: boolean | undefined; onSheets?: (sheets: Sheet[]) => void },
): AsyncGenerator<SheetRows> {
  const zip = await openZip(source, limits)
  try {
    const workbook = await openWorkbook(zip, source.name, limits)
    options.onSheets?.(workbook.sheets)
    const wanted = workbook.sheets.filter((sheet) =>
      options.sheet === undefined ? !sheet.hidden || options.hidden === true : sheet.name === options.sheet,
    )
    if (wanted.length === 0) {
      throw new ReadingError('sheet_unknown', { file: source.name }, { sheet: options.sheet ?? '' })
    }
    const spent = { cells: 0, characters: 0 }
    for (const sheet of wanted) {
      const place = { file: source.name, sheet: sheet.name }
      for await (const rows of readSheet(zip.chunks(sheet.part), workbook, { place, limits, spent })) {
        yield { sheet: sheet.name, rows }
      }
    }
  } finally {
    zip.close()
  }
}

async function openWorkbook(zip: Zip, file: string, limits: Limits): Promise<Workbook> {
  const place = { file }
  const main = [...(await relations(zip, '_rels/.rels', place)).values()].find(({ kind }) => kind === 'officeDocument')
  const part = main?.target ?? 'xl/workbook.xml'
  if (!zip.names.includes(part)) throw new ReadingError('xlsx_broken', place, { missing: part })
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const links = await relations(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, place)

  const sheets: Sheet[] = []
  let date1904 = false
  await walkXml(zip.chunks(part), place, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const link = links.get(attributes['id'] ?? '')
      if (link?.kind !== 'worksheet') return
      const hidden = attributes['state'] !== undefined && attributes['state'] !== 'visible'
      sheets.push({ name: attributes['name'] ?? '', hidden, part: link.target })
    },
  })
  const partOf = (kind: string) => [...links.values()].find((link) => link.kind === kind)?.target
  const strings = await sharedStrings(zip, partOf('sharedStrings'), file, limits)
  const dates = await dateStyles(zip, partOf('styles'), place)
  for (const sheet of sheets) {
    if (!zip.names.includes(sheet.part)) throw new ReadingError('xlsx_broken', place, { missing: sheet.part })
  }
  return { sheets, strings, dates, date1904 }
}

type Relation = { kind: string; target: string }

/** The relations of a part: id to kind (last word of its type) and target (path inside the zip). */
async function relations(zip: Zip, part: string, place: { file: string }): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>()
  const base = part.slice(0, part.indexOf('_rels/'))
  await walkXml(zip.chunks(part), place, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const target = attributes['Target'] ?? ''
      const kind = (attributes['Type'] ?? '').split('/').at(-1) ?? ''
      found.set(attributes['Id'] ?? '', { kind, target: target.startsWith('/') ? target.slice(1) : base + target })
    },
  })
  return found
}

/** The texts that cells share. Runs of one text are joined; phonetic guides (`rPh`) are not part of what is written. */
async function sharedStrings(zip: Zip, part: string | undefined, file: string, limits: Limits): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  let text = ''
  let inText = false
  let phonetic = 0
  await walkXml(
    zip.chunks(part),
    { file },
    {
      open(name) {
        if (name === 'si') text = ''
        else if (name === 'rPh') phonetic += 1
        else if (name === 't') inText = phonetic === 0
      },
      text(piece) {
        if (!inText) return
        text += piece
        if (text.length > limits.lineLengthMax) {
          throw new ReadingError('line_too_long', { file }, { charactersMax: limits.lineLengthMax })
        }
      },
      close(name) {
        if (name === 'si') strings.push(text)
        else if (name === 'rPh') phonetic -= 1
        else if (name === 't') inText = false
      },
    },
  )
  return strings
}

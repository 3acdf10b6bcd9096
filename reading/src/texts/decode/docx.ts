import { SaxesParser } from 'saxes'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

const entryMax = 40_000_000
const entriesMax = 2_000

/** The paragraphs of the document part of a DOCX; hostile packages (entity tricks, bombs) are refused by throwing. */
export async function decodeDocx(bytes: Uint8Array): Promise<string> {
  const xml = await documentPart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return paragraphs(xml)
}

function documentPart(buffer: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error !== null) return reject(error)
      let seen = 0
      zip.on('error', reject)
      zip.on('end', () => reject(new Error('docx_without_document')))
      zip.on('entry', (entry: Entry) => {
        seen += 1
        if (seen > entriesMax) return reject(new Error('docx_too_many_parts'))
        if (entry.fileName !== 'word/document.xml') return zip.readEntry()
        if (entry.uncompressedSize > entryMax) return reject(new Error('docx_too_large'))
        resolve(readPart(zip, entry))
      })
      zip.readEntry()
    })
  })
}

function readPart(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return reject(error)
      const parts: Buffer[] = []
      let length = 0
      stream.on('data', (part: Buffer) => {
        length += part.length
        if (length > entryMax) stream.destroy(new Error('docx_too_large'))
        else parts.push(part)
      })
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
    })
  })
}

function paragraphs(xml: string): string {
  const parser = new SaxesParser()
  const lines: string[] = []
  let line = ''
  let inText = 0
  let deleted = 0
  parser.on('doctype', () => {
    throw new Error('docx_with_doctype')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    if (name === 'w:t') inText += 1
    else if (name === 'w:del') deleted += 1
    else if (name === 'w:tab') line += ' '
    else if (name === 'w:br' || name === 'w:cr') line += '\n'
  })
  parser.on('text', (text) => {
    if (inText > 0 && deleted === 0) line += text
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText -= 1
    else if (name === 'w:del') deleted -= 1
    else if (name === 'w:p') {
      lines.push(line)
      line = ''
    }
  })
  parser.write(xml).close()
  return lines
    .join('\n\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

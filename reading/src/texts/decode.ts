import { decodeDocx } from './decode/docx.ts'
import { decodeHtml } from './decode/html.ts'
import { decodePdf } from './decode/pdf.ts'
import { decodePlain } from './decode/plain.ts'

/** What kind of file a document is. */
export type Format = 'txt' | 'html' | 'docx' | 'pdf'

export interface DocumentNote {
  readonly code: 'encoding' | 'pdf_encrypted' | 'pdf_without_text' | 'pdf_order_uncertain' | 'unreadable' | 'too_large'
  readonly detail: string | null
}

/** The text of a document as far as it can honestly be read. */
export interface Decoded {
  readonly text: string
  readonly format: Format
  readonly notes: readonly DocumentNote[]
}

const bytesMax = 30_000_000

/**
 * Turns the bytes of a document into text: TXT in the encodings of the five languages, HTML, DOCX, PDF with a text
 * layer. Recognised by content first, then by name. Executes and fetches nothing; what cannot be read is said in notes.
 */
export async function decodeDocument(bytes: Uint8Array, name: string): Promise<Decoded> {
  const format = formatOf(bytes, name)
  if (bytes.length > bytesMax) return { text: '', format, notes: [{ code: 'too_large', detail: String(bytesMax) }] }
  try {
    return await contentOf(bytes, format)
  } catch (error) {
    return {
      text: '',
      format,
      notes: [{ code: 'unreadable', detail: error instanceof Error ? error.message.slice(0, 120) : null }],
    }
  }
}

async function contentOf(bytes: Uint8Array, format: Format): Promise<Decoded> {
  switch (format) {
    case 'txt': {
      const { text, encoding } = decodePlain(bytes)
      // No text holds it, and no database of ours takes it: what does is a file of another kind.
      if (text.includes('\u0000')) throw new Error('the file is no text')
      return { text: text.replace(/^\ufeff/u, ''), format, notes: [{ code: 'encoding', detail: encoding }] }
    }
    case 'html':
      return { text: decodeHtml(bytes), format, notes: [] }
    case 'docx':
      return { text: await decodeDocx(bytes), format, notes: [] }
    case 'pdf':
      break
  }
  const pdf = decodePdf(bytes)
  const notes: DocumentNote[] = []
  if (pdf.encrypted) notes.push({ code: 'pdf_encrypted', detail: null })
  else if (pdf.empty) notes.push({ code: 'pdf_without_text', detail: null })
  else if (pdf.uncertain) notes.push({ code: 'pdf_order_uncertain', detail: null })
  return { text: pdf.text, format, notes }
}

function formatOf(bytes: Uint8Array, name: string): Format {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK')) return 'docx'
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body|\?xml[^>]*>\s*<!doctype html)/iu.test(head))
    return 'html'
  if (/\.x?html?$/iu.test(name)) return 'html'
  return 'txt'
}

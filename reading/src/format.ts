import { ReadingError } from './errors.ts'
import { encodingSampler, type Encoding, type EncodingGuess } from './encoding.ts'
import type { Limits } from './limits.ts'
import { headOf, isGzip, unpackedChunks, type Source } from './source.ts'

/** What a file is, told by its content; the extension may only contradict it or decide between text formats. */
export type Format = {
  kind: 'xlsx' | 'delimited' | 'ndjson'
  gzip: boolean
  extension: string
  encoding: EncodingGuess
  /** the first decoded characters of a text, for guessing its shape */
  sample: string
}

const headBytes = 1 << 16

/** Beginnings of files that are often sent instead of a table, and what they are called. */
const beginnings: [string, number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
]

/**
 * Finds out what was sent. Throws a `ReadingError` for what is no table: empty, too large, a PDF, an old `.xls`,
 * a web page, binary noise, a text called `.xlsx` or a workbook called `.csv`.
 */
export async function detectFormat(source: Source, limits: Limits, encoding?: Encoding): Promise<Format> {
  const place = { file: source.name }
  if (source.size > limits.bytesMax) {
    throw new ReadingError('file_too_large', place, { bytes: source.size, bytesMax: limits.bytesMax })
  }
  const gzip = isGzip(await source.read(0, Math.min(2, source.size)))
  const head = await headOf(source, gzip, headBytes, limits)
  if (head.length === 0) throw new ReadingError('file_empty', place)
  const extension = extensionOf(source.name)
  for (const [found, bytes] of beginnings) {
    if (bytes.every((byte, at) => head[at] === byte)) throw new ReadingError('format_not_a_table', place, { found })
  }
  const zip = head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)
  if (zip) {
    if (['csv', 'tsv', 'tab', 'txt', 'ndjson', 'jsonl', 'json'].includes(extension)) {
      throw new ReadingError('extension_wrong', place, { extension, found: 'zip' })
    }
    return {
      kind: 'xlsx',
      gzip,
      extension,
      encoding: { encoding: 'utf-8', confidence: 3, bom: false, score: 1 },
      sample: '',
    }
  }
  const guess = encoding
    ? { encoding, confidence: 3 as const, bom: false, score: 1 }
    : await sampleEncoding(source, gzip, limits)
  const sample = new TextDecoder(guess.encoding).decode(head, { stream: true })
  refuseNoise(sample, place)
  if (['xlsx', 'xlsm', 'xls', 'ods'].includes(extension)) {
    throw new ReadingError('extension_wrong', place, { extension, found: 'text' })
  }
  return { kind: textKind(sample, extension, place), gzip, extension, encoding: guess, sample }
}

function extensionOf(name: string): string {
  const parts = name.toLowerCase().split('.')
  if (parts.at(-1) === 'gz') parts.pop()
  return parts.length > 1 ? parts.at(-1)! : ''
}

async function sampleEncoding(source: Source, gzip: boolean, limits: Limits): Promise<EncodingGuess> {
  const sampler = encodingSampler()
  for await (const chunk of unpackedChunks(source, gzip, limits)) {
    sampler.add(chunk)
    if (sampler.enough()) break
  }
  return sampler.guess()
}

/** Text has next to no control characters; noise read as any encoding has many. */
function refuseNoise(sample: string, place: { file: string }): void {
  if (sample.trim() === '') throw new ReadingError('file_empty', place)
  let controls = 0
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 127 || code === 0xfffd)
      controls += 1
  }
  if (controls > sample.length / 50) throw new ReadingError('format_unknown', place)
}

function textKind(sample: string, extension: string, place: { file: string }): 'delimited' | 'ndjson' {
  const start = sample.trimStart()
  if (/^<(?:!doctype|html|\?xml|table)/iu.test(start))
    throw new ReadingError('format_not_a_table', place, { found: 'html' })
  const named = ['ndjson', 'jsonl', 'json'].includes(extension)
  if (named && start.startsWith('[')) throw new ReadingError('json_array', place)
  if (named) return 'ndjson'
  return start.startsWith('{"') && !['csv', 'tsv', 'tab'].includes(extension) ? 'ndjson' : 'delimited'
}

/** The decoded text of a source, a piece for each chunk; bytes that mean nothing become U+FFFD and are met by row. */
export async function* decodedChunks(
  source: Source,
  format: Format,
  limits: Limits,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(format.encoding.encoding)
  for await (const chunk of unpackedChunks(source, format.gzip, limits)) {
    onBytes(chunk.length)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

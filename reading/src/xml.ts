import { SaxesParser } from 'saxes'
import { ReadingError, type Place } from './errors.ts'

/** What is told of an XML part: names without their namespace prefix, attributes likewise. */
export type XmlEvents = {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const depthMax = 20

/**
 * Reads XML from chunks and tells what it meets, giving the caller a turn after each chunk. A document type is
 * refused outright (no entity of its own is ever declared, so nothing expands and nothing is fetched), as is nesting
 * deeper than 20.
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  place: Place,
  events: XmlEvents,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  const fail = (code: 'xml_broken' | 'xml_doctype', values = {}): never => {
    throw new ReadingError(code, place, values)
  }
  parser.on('doctype', () => fail('xml_doctype'))
  parser.on('error', (error) => fail('xml_broken', { parser: error.message.slice(0, 200) }))
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > depthMax) fail('xml_broken', { depth })
    if (events.open) events.open(localName(tag.name), plainAttributes(tag.attributes))
  })
  if (events.text) {
    parser.on('text', events.text)
    parser.on('cdata', events.text)
  }
  parser.on('closetag', (tag) => {
    depth -= 1
    events.close?.(localName(tag.name))
  })
  const decoder = new TextDecoder('utf-8')
  let first = true
  for await (const chunk of chunks) {
    if (first && (chunk[0] === 0xfe || chunk[0] === 0xff || chunk[0] === 0))
      fail('xml_broken', { encoding: 'not utf-8' })
    first = false
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  parser.write(decoder.decode()).close()
  yield
}

/** Reads a whole XML part for its events. */
export async function walkXml(chunks: AsyncIterable<Uint8Array>, place: Place, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(chunks, place, events)) continue
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function plainAttributes(attributes: Record<string, unknown>): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) if (typeof value === 'string') plain[localName(name)] = value
  return plain
}

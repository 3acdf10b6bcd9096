import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { deflateRawSync, deflateSync, crc32 } from 'node:zlib'
import { decodeDocument, readDocumentSandboxed } from './index.ts'

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1')

test('plain text is read in UTF-8, UTF-16 and the one-byte encodings of the five languages', async () => {
  const russian = 'Министр заявил, что списки переданы'
  const bytes1251 = Uint8Array.from(
    Array.from(russian).map((letter) => (/[А-я]/u.test(letter) ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0))),
  )
  assert.equal((await decodeDocument(bytes1251, 'a.txt')).text, russian)
  assert.equal((await decodeDocument(Buffer.from(`\ufeff${russian}`, 'utf16le'), 'a.txt')).text, russian)
  assert.equal((await decodeDocument(Buffer.from(russian, 'utf16le'), 'a.txt')).text, russian)
  assert.equal((await decodeDocument(Buffer.from(russian, 'utf8'), 'a.txt')).text, russian)
  assert.equal((await decodeDocument(ascii('d\xe9clar\xe9 \xe0 la presse'), 'a.txt')).text, 'déclaré à la presse')
  const arabic = Uint8Array.from([
    0xde, 0xc7, 0xe1, 0x20, 0xc7, 0xe1, 0xe6, 0xd2, 0xed, 0xd1, 0x20, 0xc5, 0xe4, 0x20, 0xc7, 0xe1, 0xde, 0xe6, 0xc7,
    0xc6, 0xe3,
  ])
  assert.equal((await decodeDocument(arabic, 'a.txt')).text, 'قال الوزير إن القوائم')
})

test('a page gives its words; scripts, styles, comments and hidden parts give nothing', async () => {
  const page =
    '<!doctype html><html><head><title>t</title><script>steal()</script></head><body><!-- no --><p>&laquo;We&nbsp;agree&raquo;</p><script src="https://example.org/x.js">var a = "</p>"</script><style>p{}</style><p onclick="x()">she said &#8212; twice</p><img src=x onerror=alert(1)>'
  const { text, format } = await decodeDocument(ascii(page), 'page.bin')
  assert.equal(format, 'html')
  assert.equal(text, '«We agree»\n\nshe said — twice')
})

test('a document of Word gives its paragraphs, without deleted words', async () => {
  const xml =
    '<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Минутa</w:t></w:r><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p><w:p><w:r><w:t xml:space="preserve">second </w:t></w:r><w:r><w:t>line</w:t></w:r></w:p></w:body></w:document>'
  const { text, format, notes } = await decodeDocument(zip('word/document.xml', xml), 'a.docx')
  assert.deepEqual([format, text, notes], ['docx', 'Минутa\n\nsecond line', []])
})

test('a document with a doctype, or no document at all, is refused and said so', async () => {
  const bomb = '<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document xmlns:w="w"><w:p><w:t>&a;</w:t></w:p></w:document>'
  assert.equal((await decodeDocument(zip('word/document.xml', bomb), 'a.docx')).notes[0]?.code, 'unreadable')
  assert.equal((await decodeDocument(zip('other.xml', '<x/>'), 'a.docx')).notes[0]?.code, 'unreadable')
  assert.equal((await decodeDocument(ascii('PK\x03\x04garbage'), 'a.docx')).notes[0]?.code, 'unreadable')
  assert.equal((await decodeDocument(ascii('no pdf at all \0\x01'), 'a.pdf')).notes[0]?.code, 'unreadable')
})

test('a PDF gives its text layer; a table of letters is used; pictures and encryption are told', async () => {
  const simple = pdf(
    deflateSync(ascii('BT /F1 12 Tf (Minister \\(acting\\)) Tj 0 -14 Td [(said) -300 (so)] TJ ET')),
    '/Filter /FlateDecode',
    '',
  )
  assert.equal((await decodeDocument(simple, 'a.pdf')).text, 'Minister (acting)\nsaid so')
  const cmap = '1 beginbfchar <0001> <041C> endbfchar 1 beginbfrange <0002> <0003> <0430> endbfrange'
  const mapped = pdf(ascii('BT /F1 12 Tf <000100020003> Tj ET'), '', cmap)
  assert.equal((await decodeDocument(mapped, 'a.pdf')).text, 'Маб')
  assert.equal(
    (await decodeDocument(ascii('%PDF-1.4\n1 0 obj<</Type/Page>>endobj'), 'a.pdf')).notes[0]?.code,
    'pdf_without_text',
  )
  assert.equal(
    (await decodeDocument(ascii('%PDF-1.4\ntrailer<</Encrypt 5 0 R>>'), 'a.pdf')).notes[0]?.code,
    'pdf_encrypted',
  )
})

test('the sandboxed process reads the one file it was given, and says when it is missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'solferino-texts-'))
  try {
    writeFileSync(join(folder, 'note.txt'), 'The minister said so.')
    assert.equal((await readDocumentSandboxed(join(folder, 'note.txt'))).text, 'The minister said so.')
    await assert.rejects(readDocumentSandboxed(join(folder, 'none.txt')), /file_missing/u)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

function pdf(stream: Uint8Array, filter: string, cmap: string): Uint8Array {
  const type = cmap === '' ? '/Type1' : '/Type0 /ToUnicode 5 0 R'
  const parts = [
    ascii(
      `%PDF-1.4\n1 0 obj <</Type /Page /Resources <</Font <</F1 3 0 R>> >> /Contents 4 0 R>> endobj\n3 0 obj <</Type /Font /Subtype ${type}>> endobj\n4 0 obj <</Length ${stream.length} ${filter}>> stream\n`,
    ),
    stream,
    ascii(`\nendstream endobj\n5 0 obj <</Length ${cmap.length}>> stream\n${cmap}\nendstream endobj\n`),
  ]
  return Buffer.concat(parts)
}

function zip(name: string, content: string): Uint8Array {
  const data = Buffer.from(content, 'utf8')
  const packed = deflateRawSync(data)
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(8, 4)
  head.writeUInt32LE(crc32(data), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([20, 0]),
    head,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end])
}

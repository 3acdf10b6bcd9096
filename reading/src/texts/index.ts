export { readText, type Options } from './read-text.ts'
export {
  toJsonLine,
  type Kind,
  type Meeting,
  type Note,
  type Proposal,
  type Reading,
  type Subject,
} from './proposal.ts'
export { decodeDocument, type Decoded, type DocumentNote, type Format } from './decode.ts'
export { readDocumentSandboxed, readReportSandboxed } from './sandbox.ts'

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

import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { shown, statements, texts } from './drawers.ts'
import { wordsAt } from './spans.ts'

export const addStatement = handle(
  contract.addStatement,
  async ({ party, spokenFor, text: textId, span, ...said }, context) => {
    const found = await channelOf(context, party)
    if (!found.ok) return found
    const read = textId === null ? null : await texts.find(context, textId)
    if (read && (!read.ok || read.held.row.compartment !== found.channel.compartment)) return refuse('text_unknown')
    if (read?.ok) {
      const words = span && wordsAt(read.held.content.text, span)
      if (!words) return refuse('span_outside')
      if (words !== said.words) return refuse('words_differ')
    }
    const { held, event } = await statements.add(context, found.channel, {
      state: 'recorded',
      content: {
        ...said,
        party: spokenFor,
        text: textId,
        span: read ? span : null,
        sha256: read?.ok ? read.held.content.sha256 : null,
      },
      parent: textId,
      step: { act: 'entered' },
    })
    return done(shown(held), event)
  },
)

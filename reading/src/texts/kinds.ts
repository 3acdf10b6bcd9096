import type { Language } from './languages/language.ts'
import type { Token } from './languages/tokens.ts'
import { find, holds, search } from './languages/words.ts'
import { type Clause, ownerOf, partyWithin } from './owners.ts'
import type { Kind } from './proposal.ts'

/** The kind of an entry: the verb decides first where it is not neutral, then the words said. */
export function kindOf(clause: Clause): Kind {
  const { implies, tokens, language } = clause
  switch (implies) {
    case 'promise':
      return 'commitment'
    case 'demand':
      return 'request'
    case 'accusation':
      return 'allegation'
    case 'denial':
      return 'denial'
    case 'thanks':
      return 'appreciation'
    case 'announcement': {
      const noun = tokens
        .slice(0, 2)
        .map((_, at) => find(language.objects, tokens, at)?.value)
        .find((one) => one === 'promise')
      if (noun !== undefined) return 'commitment'
      const kind = neutralKind(clause)
      return kind === 'commitment' && futureWithin(clause) ? 'commitment' : 'announcement'
    }
    case 'object': {
      const limit = Math.min(tokens.length, 10)
      const found = tokens.slice(0, limit).map((_, at) => find(language.objects, tokens, at)?.value ?? null)
      const decided = found.includes('denial') ? 'denial' : (found.find((one) => one !== null) ?? null)
      if (decided === null && search(language.set.claims, tokens, 0, Math.min(tokens.length, 4)) !== -1) return 'denial'
      return decided === null ? 'position' : kindOf({ ...clause, implies: decided })
    }
    case 'view': {
      const kind = neutralKind(clause)
      if (kind === 'allegation' && ownerOf(clause) === 'other' && partyStart(clause)) return 'allegation'
      return kind === 'request' && !holds(language.signs.everyone, tokens, 0, tokens.length) && clause.quoted
        ? 'request'
        : 'position'
    }
    case 'neutral':
      break
  }
  return neutralKind(clause)
}

function futureWithin({ language, tokens }: Clause): boolean {
  return holds(language.signs.future, tokens, 0, tokens.length) || holds(language.signs.ready, tokens, 0, tokens.length)
}

function neutralKind(clause: Clause): Kind {
  const { tokens, language, quoted } = clause
  const { signs } = language
  const has = (name: keyof typeof signs, to = tokens.length): boolean => holds(signs[name], tokens, 0, to)
  if (has('thanks') && !has('wrong', 4)) return 'appreciation'
  const everyone = has('everyone')
  if (has('request', 8) && (quoted || !everyone)) return 'request'
  const owner = ownerOf(clause)
  const wrong = has('wrong')
  const denied = has('denial')
  if (denied && (owner !== 'other' || !wrong || claimed(clause))) return 'denial'
  if (owner !== 'other' && !futureWithin(clause) && !has('duty') && wrongDenied(clause)) return 'denial'
  if (
    has('suffered') &&
    !has('negation', Math.max(0, search(signs.suffered, tokens, 0, tokens.length))) &&
    !futureWithin(clause)
  )
    return 'allegation'
  if (imperative(clause)) return 'request'
  const duty = search(signs.duty, tokens, 0, tokens.length)
  const general = duty !== -1 && has('everyone', duty)
  if (duty !== -1 && !general && owner === 'other' && !(wrong && search(signs.wrong, tokens, 0, tokens.length) < duty))
    return 'request'
  if (duty !== -1 && (general || owner === 'other' || owner === 'none')) return 'position'
  const future = search(signs.future, tokens, 0, tokens.length)
  const ready = has('ready')
  if (owner === 'own' && (future !== -1 || ready)) return 'commitment'
  const named = clause.speaker !== null && clause.speaker.kind !== 'unnamed'
  if (named && owner === 'none' && (future !== -1 || ready) && has('good') && !everyone && !conditional(clause))
    return 'commitment'
  if (owner === 'other' && (wrong || omitted(clause))) return 'allegation'
  if (
    wrong &&
    owner === 'none' &&
    !everyone &&
    future === -1 &&
    duty === -1 &&
    (partyWithin(clause) || impersonal(clause))
  )
    return 'allegation'
  if (owner !== 'other' && figure(clause) && future === -1 && duty === -1 && !wrong && !has('view') && !has('hedge'))
    return 'announcement'
  const event = has('news')
  if (event && !has('view') && (numbered(clause) || owner === 'own' || owner === 'none') && duty === -1)
    return 'announcement'
  return 'position'
}

/** "Claims of beatings are untrue": what is denied is what others claim. */
function claimed({ tokens, language }: Clause): boolean {
  const claim = search(language.set.claims, tokens, 0, Math.min(tokens.length, 5))
  return claim !== -1 && search(language.signs.denial, tokens, claim + 1, tokens.length) !== -1
}

/** "Ostmark has not returned the bodies": what a party could have promised is not done. */
function omitted({ tokens, language }: Clause): boolean {
  if (holds(language.signs.future, tokens, 0, tokens.length) || holds(language.signs.everyone, tokens, 0, 6))
    return false
  const not = search(language.signs.negation, tokens, 0, tokens.length)
  if (not === -1 || find(language.signs.wrong, tokens, not) !== null) return false
  return search(language.signs.good, tokens, not + 1, Math.min(tokens.length, not + 6)) !== -1
}

/** "No prisoner was tortured": a wrong behind a negation. */
function wrongDenied({ tokens, language }: Clause): boolean {
  const not = search(language.signs.negation, tokens, 0, tokens.length)
  const wrong = not === -1 ? -1 : search(language.signs.wrong, tokens, not + 1, Math.min(tokens.length, not + 8))
  return wrong !== -1 && search(language.signs.good, tokens, not + 1, wrong) === -1
}

/** A bare conditional about others ("it would be wrong") promises nothing. */
function conditional({ tokens, language }: Clause): boolean {
  return holds(language.signs.view, tokens, 0, tokens.length)
}

/** Does the clause begin with another party as its doer ("that Lumeria had not granted access")? */
function partyStart({ tokens, language, names, speaker }: Clause): boolean {
  return partyWithin({ tokens: tokens.slice(0, 3), language, names, speaker, implies: 'neutral', quoted: false })
}

/** A number that is no date, year or article of a treaty. */
function figure({ tokens, language }: Clause): boolean {
  return tokens.some((token, at) => {
    if (
      find(language.set.numbers, tokens, at) !== null &&
      find(language.set.timeWords, tokens, at + 1) === null &&
      /^(?!both)/u.test(token.key)
    )
      return acted(tokens, language)
    if (!/^\p{N}[\p{N}.,]*$/u.test(token.text) || /^(?:1[89]|20)\d\d$/u.test(token.text)) return false
    const dated = [at - 1, at + 1].some(
      (one) => tokens[one] !== undefined && find(language.set.months, tokens, one) !== null,
    )
    return !dated && (at === 0 || find(language.set.articlesOfLaw, tokens, at - 1) === null)
  })
}

/** Something was done: "had been surveyed", «передано», or a word for an event. */
function acted(tokens: readonly Token[], language: Language): boolean {
  return holds(language.signs.news, tokens, 0, tokens.length)
}

/** «Людей прячут в казармах», « on cache des gens »: somebody does wrong, whom nobody names but whom all know. */
function impersonal({ tokens, language, quoted }: Clause): boolean {
  const wrong = search(language.signs.wrong, tokens, 0, Math.min(tokens.length, 8))
  const doer =
    language.table.nominatives.length > 0 ? /(?:ют|ут|ят|ат)$/u.test(tokens[wrong]?.key ?? '') : tokens[0]?.key === 'on'
  return (
    quoted &&
    wrong !== -1 &&
    doer &&
    !holds(language.signs.negation, tokens, 0, wrong) &&
    !holds(language.signs.view, tokens, 0, tokens.length)
  )
}

function numbered({ tokens }: Clause): boolean {
  return tokens.some((token) => /^\p{N}/u.test(token.text))
}

/** "Let them go.", "Stop this.": an order, in a quotation. */
function imperative({ tokens, quoted, language }: Clause): boolean {
  return (
    quoted &&
    (find(language.set.imperatives, tokens, 0) !== null ||
      (find(language.set.and, tokens, 0) !== null && find(language.set.imperatives, tokens, 1) !== null))
  )
}

/** A sentence that only takes up the one before ("That is our duty."). */
export function takesUp(tokens: readonly Token[], language: Language): boolean {
  return find(language.set.demonstratives, tokens, 0) !== null || tokens.filter((token) => token.word).length < 3
}

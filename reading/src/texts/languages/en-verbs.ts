import type { Agreement, Frame, Implication, Verb } from './language.ts'
import { list } from './words.ts'

/** say, says, said, saying: the forms of an English verb by rule; `irregular` is written `go:went:gone`. */
function forms(verb: string): [string, Agreement][] {
  const [head = '', ...rest] = verb.split(' ')
  const tail = rest.length === 0 ? '' : ` ${rest.join(' ')}`
  const [base = '', past] = head.split(':')
  const doubled = /^(?:admit|rebut|regret|permit|submit|commit)$/u.test(base)
  const stem = doubled ? base + base.slice(-1) : base.replace(/e$/u, '')
  const third = /[^aeiou]y$/u.test(base)
    ? `${base.slice(0, -1)}ies`
    : /(?:s|sh|ch|x|z|go)$/u.test(base)
      ? `${base}es`
      : `${base}s`
  const regular = /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`
  return [
    [`${base}${tail}`, 'infinitive'],
    [`${third}${tail}`, 'any'],
    [`${past ?? regular}${tail}`, 'any'],
    [`${stem}ing${tail}`, 'participle'],
  ]
}

const lines: readonly (readonly [Implication, Frame, string])[] = [
  [
    'neutral',
    'clause',
    `say:said | add | tell:told | note | state | explain | mention | remark | observe | reply | respond | answer | comment | recount
    | write:wrote | indicate | specify | point:pointed out | make:made clear | make:made it clear | clarify | recall | reiterate
    | repeat | continue:continued by saying | conclude by saying | stress | emphasize | emphasise | underline | underscore | highlight | insist | maintain | argue
    | assert | affirm | reaffirm | declare | confirm | report | disclose | reveal | inform | notify | brief | acknowledge | admit
    | concede | signal | suggest | contend | claim | hasten to add | let:let it be known | testify | relate | quip | joke | conclude
    | be:is quoted as saying | be:was quoted as saying | be:were quoted as saying | tweet | post | elaborate | stipulate | caution | warn | estimate | predict | believe | think:thought
    | remind | counter | retort | interject | pronounce | attest | express confidence | voice confidence | take:took the view | hold:held the view | express the view | express the opinion | draw:drew attention to the fact`,
  ],
  [
    'neutral',
    'quotation',
    `take:took note | continue | go:went on | read | begin:began | open | close | put:put it | finish`,
  ],
  ['neutral', 'quotation', `go:went on to say | go:went on to add | go:went on to stress`],
  [
    'view',
    'both',
    `draw:drew attention to | call:called attention to | refer to | point to | raise the issue of | raise the question of | raise the case of | raise the matter of | speak:spoke of | speak:spoke about | warn of | warn against | express concern | voice concern | express alarm | express regret | regret | lament | deplore | express hope | hope | express sorrow
    | express doubt | doubt | question | reject the idea | oppose | support | back | endorse | favour | favor | prefer | consider
    | recognise | recognize | fear | express interest | share the view | deem | reaffirm:reaffirmed its position | stand:stood by | express solidarity | express dismay | bemoan | dismiss the idea | highlight the need | stress the need | stress the importance | emphasise the importance | emphasize the importance | underline the importance | underscore the importance | underline the need | underscore the need | emphasise the need | emphasize the need | express satisfaction at | express optimism | express outrage at the idea | raise concern | raise concerns | reiterate:reiterated its position | reaffirm the importance | rule:ruled out`,
  ],
  [
    'promise',
    'both',
    `promise | pledge | vow | undertake:undertook | guarantee | assure | commit | commit itself to | commit himself to | commit herself to | commit themselves to | swear:swore
    | agree | consent | offer | volunteer | give:gave assurances | give:gave an assurance | give:gave guarantees | give:gave a guarantee | give:gave its word | give:gave his word
    | give:gave her word | express readiness | express willingness | express its readiness | express its willingness | reiterate its readiness | confirm its readiness | reaffirm its readiness | express his readiness | express her readiness | declare its readiness | signal readiness | signal willingness | accept | announce readiness | bind:bound itself | provide assurances | offer assurances | make:made a commitment | take:took on the obligation | pledge itself to`,
  ],
  [
    'demand',
    'both',
    `demand | ask | request | urge | call on | call upon | call for | appeal | appeal to | appeal for | beg | plead | plead for | plead with | implore | exhort
    | insist on | insist upon | press | press for | invite | require | instruct | order | encourage | summon | seek:sought | solicit | propose | recommend | push for | expect | advise | enjoin | petition | exhort | advocate | ask for | demand of | reiterate:reiterated its call | reiterate:reiterated his call | reiterate:reiterated her call | reiterate:reiterated the call | renew its call | renew his call | renew her call | issue a call | make:made an appeal | launch an appeal | repeat its call | repeat his call | repeat her call | stress the need for`,
  ],
  [
    'accusation',
    'both',
    `accuse | allege | blame | condemn | denounce | charge | decry | criticise | criticize | slam | blast | protest | protest against | censure
    | reproach | rebuke | lash:lashed out at | hold:held responsible | complain | complain about | complain of | castigate | assail | fault | lambast | point the finger at | chide | chastise | lodge a protest | voice outrage | express outrage | strongly condemn | deplore the fact`,
  ],
  [
    'denial',
    'both',
    `deny | refute | rebut | reject | dismiss | disavow | disclaim | repudiate | contest | dispute | rebuff | brush:brushed aside | brush:brushed off | discount`,
  ],
  [
    'thanks',
    'both',
    `thank | praise | commend | welcome | applaud | hail | salute | congratulate | appreciate | pay:paid tribute to | express gratitude | express thanks
    | express appreciation | express condolences | extend condolences | offer condolences | laud | acclaim | convey thanks | convey gratitude | compliment | value | express satisfaction | be:was grateful | be:is grateful | be:are grateful | be:were grateful | give:gave thanks | honour | honor | voice appreciation | voice gratitude`,
  ],
  ['announcement', 'both', `announce | unveil | proclaim | publish | declare open | make:made public`],
  [
    'object',
    'matter',
    `express | voice | convey | extend | reiterate | reaffirm | declare | state | confirm | register | record | communicate | relay | pass:passed on | describe | label | brand | call`,
  ],
]

/** The table of English verbs of saying. */
export const englishVerbs: readonly Verb[] = lines.flatMap(([implies, frame, verbs]) =>
  list(verbs.replace(/\s+/gu, ' ')).map((verb): Verb => ({ implies, frame, forms: forms(verb) })),
)

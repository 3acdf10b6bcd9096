import { englishSigns } from './en-signs.ts'
import { englishVerbs } from './en-verbs.ts'
import type { LanguageTable } from './language.ts'
import { list } from './words.ts'

/** What the walk must be told about English. */
export const english: LanguageTable = {
  code: 'en',
  cased: true,
  verbFirst: false,
  dropsDoer: false,
  inciseByComma: false,
  bareThat: true,
  verbs: englishVerbs,
  objects: [
    ...list(
      'baseless | groundless | unfounded | false | untrue | lies | lie | fabricat* | propaganda | nonsense | absurd',
    ).map((w) => [w, 'denial'] as const),
    ...list(
      'gratitude | thank* | appreciation | condolence* | sympathy | satisfaction | congratulation* | praise | recognition',
    ).map((w) => [w, 'thanks'] as const),
    ...list(
      'readiness | willingness | commitment | determination | intention | pledge | assurance* | guarantee* | resolve | openness',
    ).map((w) => [w, 'promise'] as const),
    ...list('condemnation | outrage | protest | indignation | accusation* | anger').map(
      (w) => [w, 'accusation'] as const,
    ),
    ...list('call | appeal | demand* | request* | wish | expectation*').map((w) => [w, 'demand'] as const),
    ...list(
      'concern* | alarm | worr* | regret* | hope* | doubt* | support | solidarity | view* | position | interest | sorrow | dismay | confidence | conviction | belief | fear* | reservation* | scepticism | skepticism | optimism | opposition | disappointment | unease | opinion | adherence | principle* | importance',
    ).map((w) => [w, 'view'] as const),
  ],
  that: list('that'),
  inBodies: [],
  about: list('about | of'),
  takesListener: list(
    'told | tells | telling | informed | informs | reminded | reminds | assured | assures | notified | warned | briefed | promised | asked | asks',
  ),
  accordingTo: list('according to | in the words of | as per'),
  inHisWords: list('in his words | in her words | in their words | in its words'),
  impersonal: list('it is recalled | it should be noted | it is worth noting'),
  as: list('as'),
  thisWas: list('this was | this is what | that is what | that was'),
  agreed: list(
    'it was agreed | it was decided | it was also agreed | it was further agreed | it was resolved | the parties agreed | the sides agreed | the two sides agreed | both sides agreed | the two parties agreed | both parties agreed | the participants agreed | the meeting agreed | the delegations agreed | the two delegations agreed | both delegations agreed | participants agreed',
  ),
  auxiliaries: list('has | have | had'),
  passive: list('was | were | been | be | is | are | being | got | gets'),
  reflexives: [],
  silent: list(
    "not | n't | never | nor | refused to | declined to | refuses to | declines to | without | unable to | failed to | neither | nobody | no one | stopped short of | reluctant to",
  ),
  leads: list(
    'went on to | wished to | wants to | wanted to | would like to | continued to | had to | goes on to | sought to | hastened to | used the occasion to | took the floor to | took the opportunity to | must | can only | can | could only | began to | felt compelled to',
  ),
  participleLeads: list('while | by | also | and'),
  between: list(
    'has | have | had | also | again | then | later | further | earlier | once | more | repeatedly | strongly | firmly | categorically | warmly | formally | publicly | briefly | likewise | however | meanwhile | moreover | furthermore | nevertheless | nonetheless | therefore | still | now | already | immediately | only | just | both | himself | herself | itself | themselves | in turn | for his part | for her part | for its part | for their part | on his part | on her part | in particular | specifically | on the other hand | instead | finally | first | simply | did | does | do',
  ),
  and: list('and | but | or | as well as | then | before'),
  contrast: list('while | whereas | but | and | as | although | though | yet | however'),
  prepositions: list(
    'in | on | at | to | from | with | by | for | of | about | against | into | over | under | between | among | after | before | during | near | towards | toward | through | across | despite | without | since | until | upon | alongside | including | via | concerning | regarding | outside | inside | like | following | than | per | off | behind | beyond | within | around',
  ),
  articles: list('the | a | an | this | that | these | those | its | his | her | their | our'),
  of: list('of'),
  ties: list('for | to | on | at'),
  bodyTies: list('for | on'),
  particles: list('de | van | von | bin | ibn | al | el | du | der | la | da | dos | ter | den'),
  relative: list('who | which | whom | whose | where'),
  stops: list(
    "is | was | were | are | be | been | has | have | had | and | but | or | that | who | which | whom | when | while | where | if | because | as | not | will | would | can | could | may | might | shall | should | must | do | does | did | he | she | it | they | we | i | you | his | her | their | our | my | your | its | said | n't | so | than | then | there | here | to | with | by | from | after | before | during | until | what | how | why",
  ),
  pronouns: { he: list('he'), she: list('she'), it: list('it'), they: list('they'), we: list('we | i') },
  latter: list('the latter'),
  titles: {
    he: list('mr | mister | sir | lord | king | prince'),
    she: list('ms | mrs | miss | madam | lady | dame | queen | princess'),
    any: list(
      'dr | prof | professor | gen | col | lt | maj | capt | sgt | brig | adm | general | colonel | lieutenant | major | captain | admiral | brigadier | rev | father | bishop | archbishop | imam | sheikh | excellency | marshal | judge',
    ),
  },
  offices: list(
    `minister | president | spokesman | spokesperson | head | chief | director | commissioner | ambassador | envoy | delegate | secretary | secretary-general
    | commander | governor | mayor | chairman | chair | chairperson | representative | coordinator | deputy | adviser | advisor | premier | chancellor | prosecutor | ombudsman | ombudsperson | undersecretary | under-secretary | superintendent | warden | leader
    | negotiator | rapporteur | attaché | consul | counsellor | lawyer | attorney | doctor | surgeon | physician | lawmaker | deputy minister | vice-president | director-general | commander-in-chief | chargé d'affaires | mediator | inspector | administrator | registrar | member | vice-chair | co-chair | co-chairman | moderator | speaker | nurse | professor | bishop | archbishop | patriarch | imam | general | colonel | major | captain | admiral | lieutenant | brigadier | marshal | monarch | king | emir | ruler | commandant | facilitator | observer | expert | host | guest | founder | manager | officer`,
  ),
  officesOblique: [],
  presides: list(
    'heads | leads | directs | chairs | runs | headed | led | heading | leading | has headed | has led | who heads | represents',
  ),
  homeOffices: list('ombudsman | ombudsperson | ombudswoman'),
  standsFor: list('diplomat | official | politician | source'),
  possessives: list('their | its'),
  inserts: list('speaking | who | whose | citing | quoting | requesting | on condition | reached | talking'),
  greetings: list('good morning | good afternoon | good evening | hello | welcome everyone | thank you all for coming'),
  stateOffices: list(
    'minister | premier | chief of staff | commander | general | colonel | governor | ambassador | prosecutor | warden | commandant | major | admiral | brigadier | attorney general | undersecretary',
  ),
  insurgents: list('rebels | insurgents'),
  groups: list('movement | front | militia | faction | coalition | brigade | army'),
  armies: list('army'),
  letters: list('letter | note verbale | open letter'),
  closings: list(
    'please accept | accept , excellency | yours sincerely | yours faithfully | excellency | dear | i have the honour to be | sincerely',
  ),
  ours: list('my | our'),
  settings: list(
    'speaking at | speaking after | speaking during | speaking in | speaking to | in a statement | in an interview | in remarks | at a news conference | at a press conference | at a briefing | during a meeting | during a visit | during talks | after talks | after meeting | after a meeting | following talks | following a meeting | on the sidelines',
  ),
  forWhom: list('in the view of'),
  quotedAs: list('as saying | as telling'),
  firstPerson: [],
  cites: [],
  citedWords: [],
  saidIn: [],
  numbers: list(
    'two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety | hundred | thousand | dozen | dozens | hundreds | thousands',
  ),
  decisions: list('decision | decisions | agreed | action | action points | conclusion'),
  acts: list(
    'move | step | decision | claim | charge | accusation | allegation | proposal | demand | gesture | offer | plan',
  ),
  aliases: [
    ['premier', 'prime minister'],
    ['pm', 'prime minister'],
    ['foreign secretary', 'foreign minister'],
    ['defence secretary', 'defence minister'],
    ['defense secretary', 'defence minister'],
    ['defense minister', 'defence minister'],
    ['top diplomat', 'foreign minister'],
    ['chief diplomat', 'foreign minister'],
    ['head of state', 'president'],
    ['head of government', 'prime minister'],
    ['chief of government', 'prime minister'],
    ['defence chief', 'defence minister'],
    ['defense chief', 'defence minister'],
    ['minister of foreign affairs', 'foreign minister'],
    ['minister of defence', 'defence minister'],
    ['minister of defense', 'defence minister'],
    ['minister of justice', 'justice minister'],
    ['minister of the interior', 'interior minister'],
    ['minister of health', 'health minister'],
    ['chairman', 'chair'],
    ['chairwoman', 'chair'],
    ['chairperson', 'chair'],
    ['spokesman', 'spokesperson'],
    ['spokeswoman', 'spokesperson'],
  ],
  officesShe: list(
    'spokeswoman | chairwoman | congresswoman | queen | princess | headmistress | ombudswoman | policewoman',
  ),
  modifiers: list(
    `foreign | affairs | defence | defense | interior | internal | external | prime | deputy | vice | first | second | state | special | senior | press | general | health | justice
    | home | permanent | acting | assistant | executive | national | regional | military | humanitarian | chief | high | human | rights | prison | prisons | police | security | army | air | navy | naval | border | federal | supreme | joint | missing | persons
    | refugees | former | new | prisoners | war | detainees | international | republic | kingdom | presidential | parliamentary | legal | medical | field | central | general | public | penitentiary | mine | action | lead | top | chief | co | finance | information | media | political | protection | tracing | camp | hospital | social | welfare | migration | emergency | relief | peace | reintegration | veterans | reconciliation | territorial | civil | emergencies | transport | labour | armed | forces | ground | head`,
  ),
  stateBodies: list(
    `ministry | government | army | military | command | staff | general staff | cabinet | parliament | authorities | authority | administration | presidency | police | embassy | forces | armed forces | navy | air force | junta | department | prosecutor's office | foreign ministry | side | delegation | leadership
    | movement | front | militia | rebels | faction | coalition | party | prison service | service | security service | regime | secretariat | senate | assembly | kremlin | office | state | republic | kingdom | brigade | consulate | headquarters`,
  ),
  ownBodies: list(
    'registry | council | forum | campaign | platform | watch | crescent | secretariat general | congress | academy | service bureau | hotline | clinic | church | task force | team | working group | bureau | mission | committee | organisation | organization | agency | commission | union | federation | association | fund | society | network | foundation | court | tribunal | institute | ngo | charity | united nations | league | alliance | centre | center | group | observatory | red cross | red crescent | board | panel | body | conference | initiative',
  ),
  bodiesOblique: [],
  unnamedOblique: [],
  unnamed: list(
    `source | sources | official | officials | diplomat | diplomats | witness | witnesses | resident | residents | relative | relatives | analyst | analysts | observers | aide | aides | soldier | soldiers | prisoner | prisoners | activist | activists | eyewitness | eyewitnesses | refugee | refugees | villager | villagers | volunteer | volunteers | insider | employee | worker | workers | guard | guards | detainee | detainees | expert | experts | critics | families | mother | mothers | doctors | lawyers | negotiators | delegates | spokespeople | ministers | leaders | representatives | lawmakers | commanders | officers | woman | man | father | wife | survivor | survivors | person | people`,
  ),
  papers: list(
    'letter | note verbale | statement | communiqué | communique | press release | press service | declaration | press office | press centre | note | aide-mémoire | report | letter | message | readout | briefing | release',
  ),
  together: list(
    'two leaders | two ministers | two officials | two delegations | two men | two women | pair | sides | parties | participants | interlocutors | two sides | both sides | delegations | meeting | both | countries | ministers',
  ),
  countryEndings: list('ians | ian | ans | an | ese | ish | is | ia | i | n | a | e | y | o | s'),
  partyEndings: list('ian | ians | an | ans | ese | ish | i'),
  nominatives: [],
  common: list(
    `mother | father | wife | mr | mrs | during | here | today's | with | some | having | being | also | again | never | always | often | perhaps | maybe | indeed | thus | hence | therefore | moreover | furthermore | nevertheless | nonetheless | otherwise | likewise | similarly | additionally | separately | responding | commenting | speaking | asked | addressing | referring | recalling | turning | meeting | talks | officials | residents | reporters | critics | analysts | witnesses | rebels | troops | soldiers | both | neither | either | half | part | ahead | among | amid | alongside | besides | beyond | behind | like | unlike | upon | via | versus | per | their | them | us | me | him | whatever | whoever | whenever | wherever | anyone | everyone | someone | somebody | everything | something | there's | that's | it's | let's | don't | army | parliament | police | the | a | an | in | on | at | to | from | with | by | for | of | about | after | before | during | he | she | it | they | we | i | you | his | her | its | their | our | this | that | these | those | there | and | but | or | so | if | when | while | as | not | no | yes | more | most | some | many | several | all | both | each | every | according | meanwhile | however | earlier | later | also
    | asked | speaking | question | answer | thousands | hundreds | dozens | local | under | since | nobody | nothing | everyone | our | my | what | who | how | why | where | which | is | are | do | does | did | will | would | can | could | should | let | please | at | one | two | three | four | five | six | seven | eight | nine | ten | such | other | another | only | even | still | yet | then | now | today | yesterday | tomorrow | following | despite | because | until | unless | although | though | once | neither | either | instead | finally | first | second | third | addressing | responding | present | visits | lists | opening | any | other | matters | closing | new | prisoners | families | minutes | regarding | concerning | through | asked | last | next | per | an | monday | tuesday | wednesday | thursday | friday | saturday | sunday | january | february | march | april | may | june | july | august | september | october | november | december | article | articles | protocol | agenda | item | note | meanwhile | for | whether | between | among | without | within`,
  ),
  plain: list('*ing | *tion | *tions | *ment | *ments | *ness | *ity | *ly | *ers | *ances'),
  things: list(
    'river | valley | camp | prison | square | airport | street | road | bridge | lake | mountain | mountains | sea | bay | island | islands | hospital | university | hotel | palace | treaty | convention | conventions | agreement | accord | accords | protocol | protocols | declaration | day | war | wire | news | times | post | herald | tribune | gazette | radio | television | tv | district | province | region | county | city | village | town | port | church | hall | house | museum | stadium | cup | league | festival | week | summit | line | law | plan | act | code',
  ),
  listeners: list(
    'reporters | journalists | the press | parliament | lawmakers | the media | a news conference | a press conference | state television | state media | the news agency | newspapers | the assembly | us | me | them | him | her | the meeting | the audience | the council',
  ),
  claims: list(
    'claim* | allegation* | accusation* | report | reports | rumour* | rumor* | assertion* | suggestion* | charge | charges | statements | any claim | any suggestion',
  ),
  media: list(
    'agency | news agency | newspaper | newspapers | daily | broadcaster | channel | television | radio | correspondent | reporter | media | wire | portal',
  ),
  weekdays: list('monday | tuesday | wednesday | thursday | friday | saturday | sunday').map(
    (day, at) => [day, at + 1] as const,
  ),
  months: list(
    'january | february | march | april | may | june | july | august | september | october | november | december | jan | feb | apr | jun | jul | aug | sept | sep | oct | nov | dec',
  ),
  timeWords: list(
    'today | yesterday | tomorrow | tonight | morning | afternoon | evening | night | noon | week | month | year | late | early | earlier | last | next | this | day | later | hours | days | weeks | months | ago',
  ),
  conditions: list(
    'if | provided that | provided | on condition that | on the condition that | as long as | so long as | unless | once | as soon as | subject to | only after | only when | only if | in exchange for | in return for | should security allow | assuming that | assuming | contingent on | depending on | whenever | in the event that | in the event of | security permitting | weather permitting | conditions permitting | in case',
  ),
  since: list('since'),
  inPlace: list('in | at | near'),
  places: list(
    'camp | prison | colony | hospital | town | city | village | district | province | region | valley | detention centre | detention center | barracks | facility | jail | base',
  ),
  by: list('by'),
  signs: englishSigns,
  treaties: list(
    'convention | conventions | protocol | protocols | treaty | agreement | accord | accords | declaration | covenant | memorandum | statute | ceasefire agreement | charter',
  ),
  articlesOfLaw: list('article | articles | art | common article | paragraph'),
  subjects: [
    ['lists', list('list | lists | register* | names of | registr*')],
    ['messages', list('letter* | message* | mail | parcel* | correspondence | post | phone call* | telephone')],
    [
      'repatriation',
      list(
        'repatriat* | exchange* | releas* | return of | swap | freed | handover | returned home | transfer* home | return home | sent home | bodies | remains',
      ),
    ],
    ['access', list('access | visit* | open its camp | doors | see the prisoners | delegates to | admitted | enter')],
    [
      'treatment',
      list(
        'treat* | tortur* | beat* | abus* | humane* | humiliat* | health | medical | food | conditions | wounded | ill-treat* | mistreat* | curiosity | interrogat* | sick | starv* | care | detention conditions',
      ),
    ],
    ['funds', list('fund* | money | donat* | contribution* | financ* | million | budget | pay*')],
    ['law', list('convention* | treaty | article* | law | obligation* | protocol* | violat* | legal* | duty')],
  ],
  meeting: list(
    'met with | had met | have met | had held talks | met | met with | meets | meets with | received | receives | held talks | holds talks | held a meeting | holds a meeting | held consultations | had talks | had a meeting | hosted | discussed | conferred with | sat down with | spoke by phone | spoke by telephone | held a phone call | held a telephone conversation | held a phone conversation | talks were held | a meeting took place | talks took place | a meeting was held | met in | held discussions | held a round of talks | was received by | were received by | spoke on the phone | spoke on the telephone | is meeting | meeting took place | convened | had a telephone conversation | had a phone call | spoke with | holds consultations | gathered',
  ),
  minutes: list(
    'minutes | record of the meeting | summary record | record of discussion | record of a meeting | notes of the meeting | meeting notes',
  ),
  meetingHeads: list(
    'meeting between | meeting of | talks between | meeting with | record of the meeting | minutes of the meeting | consultations between | talks with | summary record of | meeting held | joint meeting | minutes of a meeting | record of a meeting',
  ),
  abbreviations: list(
    'mr | mrs | ms | dr | prof | gen | col | lt | maj | capt | sgt | st | no | art | jan | feb | mar | apr | jun | jul | aug | sept | sep | oct | nov | dec | vs | etc | e.g | i.e | inc | ltd | co | u.s | u.n | para | approx | brig | adm | rev | fig',
  ),
  questionTurns: list('question | q | journalist | interviewer | reporter | correspondent | moderator'),
  answerTurns: list('answer | a | reply'),
  formal: list(
    'present | attendance | attended by | participants | in attendance | agenda | date | place | venue | signed | apologies | chair | secretary | for the record | distribution | contact | media contact | reporting by | editing by | interview by | written by | by | photo | source | recorded by | note taker | copyright | delegation of | for further information | subject | ref | reference | time | location | absent | from | to',
  ),
  demonstratives: list('that | this | it | these | those | such'),
  imperatives: list(
    'but first let | first let | bring | let | stop | release | hand | give | open | allow | show | tell | return | send | respect | end',
  ),
  fingerprints: list(
    'the | of | and | to | in | that | is | was | for | on | with | said | has | it | by | from | at | are | have | been | were | will | not | his | her | their | which | an',
  ),
}

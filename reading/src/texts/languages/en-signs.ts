import type { Signs } from './language.ts'
import { list } from './words.ts'

/** Words by which the kind of a English clause is known. */
export const englishSigns: Signs = {
  thanks: list(
    'thank* | grateful | gratitude | appreciate* | we value | values the work | welcome the | welcomes the | we welcome | condolence* | pay tribute | commend* | applaud* | praise* | deeply value | invaluable | indebted',
  ),
  denial: list(
    'i reject | we reject | i deny | we deny | i categorically reject | we categorically reject | no such | not the case | not so | nothing of the kind | not a single | none of our | not true | untrue | false | baseless | groundless | unfounded | fabricat* | invented | made up | without foundation | no truth | a lie | lies | nonsense | pure invention | invention* | never happened | no basis | absurd | propaganda | has nothing to do with | have nothing to do with | no such | there are no prisoners | there are no detainees | there are no secret | there are no hidden | there is no truth | there is no evidence | there is no basis | there is no such | there are no such | there have been no | there has been no | there were no | nobody has been | no one has been | no prisoner has | no prisoners have | nobody has | no one has | are not holding | is not holding | do not hold | does not hold | we have never | has never | have never | had never | nobody was | no one was | no prisoner was | not holding | not hiding | no one is being | nobody is being',
  ),
  request: list(
    'we demand | we ask | we call on | we call upon | we urge | we request | we appeal | we expect | we want | we insist | i ask | i call on | i urge | i appeal | i demand | i expect | please | we invite | we call for | calls on | calls upon | call on | demands that | our demand | we beg | let them | we are asking | we are calling | we are demanding | our request | we still ask | i beg | i am asking',
  ),
  duty: list(
    'must | should | shall | has to | have to | ought to | is obliged to | are obliged to | is required to | are required to | needs to | need to | is bound to | had to | is expected to | it is time for | is to | are to',
  ),
  everyone: list(
    'all states | all parties | both sides | all sides | every state | each side | both parties | everyone | everybody | the parties | the sides | states | each party | every party | all countries | both countries | any state | nobody | no one | international community | conventions | convention | channel | law | all those | each of us',
  ),
  wrong: list(
    `violat* | breach* | hid | hide | hides | hiding | hidden | conceal* | refus* | tortur* | beat | beats | beaten | beating* | abus* | mistreat* | ill-treat* | kill* | execut* | withhold* | withheld | obstruct* | block* | detain* | abduct* | kidnap* | depriv* | deni* | deny* | deny | shell* | bomb* | attack* | loot* | starv* | humiliat* | parad* | exploit* | manipulat* | lied | lying | lies | broke | broken | break | ignor* | fail* | sabotag* | delay* | drag* its feet | holding back | has not sent | has not provided | has not given | has not answered | has not returned | has not replied | has not allowed | have not sent | have not provided | have not been allowed | has not handed | has yet to | does not answer | does not allow | does not let | will not let | keeps silent | illegal* | unlawful* | hostage* | crime* | prevent* | deport* | forcib* | threaten* | coerc* | intimidat* | interrogat* | disappear* | arbitrar* | inhuman* | degrading | without charge | secret* | incommunicado | stole* | steal* | stall* | reneg* | cruel* | persecut* | shot | shoot* | forced | forcing | starved | used as | using them as | human shield* | never answered | never replied | still waiting for an answer | not lived up | not been allowed | not received | no access | bars | barred | is using | are using | uses prisoners | holds | is holding | are holding | has been holding | keeps | keeping`,
  ),
  suffered: list(
    'been shot | were shot | was shot | been killed | were killed | was killed | been executed | were executed | was executed | been tortured | were tortured | was tortured | been beaten | were beaten | was beaten | been abducted | were abducted | been starved | been mistreated | were mistreated | been denied | were denied | was denied | been forced | were forced | been moved to undisclosed | been deported | were deported',
  ),
  future: list(
    "will | shall | would | 'll | is going to | are going to | is about to | is due to | are due to | is to | plans to | intends to | could | can | plan to | intend to | wo",
  ),
  ready: list(
    'ready to | is ready | are ready | prepared to | willing to | undertake* to | guarantee* | commit* to | pledge* | promise* | stand ready | stands ready | committed to | determined to | intend to | intends to | agree* to | remain* open | was ready | was prepared | was willing | were ready | open to | is willing | readiness | willingness | are going to | we aim to | resolved to',
  ),
  own: list(
    'we | our | us | ours | my | i | his country | her country | its | his government | her government | its own | the ministry | the bureau | his side | her side | their country | his office | her office | his ministry | her ministry | the government',
  ),
  good: list(
    'punish* | prosecut* | hold* accountable | held accountable | held to account | brought to justice | investigate | allow* | open* | hand* over | deliver* | provid* | grant* | visit* | access | releas* | repatriat* | return* | send | sent | receive* | resum* | publish* | facilitat* | register* | treat* | respect* | ensur* | protect* | investigat* | updat* | transfer* | continu* | cooperat* | answer* | reply | inform* | notif* | help* | give | given | permit* | let | share* | exchang* | begin | start | complete* | finish* | stop | end | restor* | lift* | free | pay | support* | evacuat* | accompany | arrange* | organis* | organiz* | hold talks | submit* | accept | admit* | comply | observe* | uphold* | honour* | honor* | forward* | distribut* | establish* | appoint* | set up | reopen* | keep* | remain* | do everything | do all | do its utmost | make every effort | spare no effort | examin* | consider* | review* | look into | stay',
  ),
  news: list(
    'been surveyed | been identified | been freed | freed | were freed | released | been compiled | been checked | been examined | been tested | surveyed | compiled | exhumed | recovered | buried | operated on | been operated | given | issued | ordered | instructed | released | repatriated | arrived | returned | registered | received | delivered | visited | transferred | handed over | signed | opened | began | started | took place | completed | asked for | requested access | applied for | wrote to | arrived | exchanged | evacuated | recorded | identified | appointed | adopted | decided | launched | established | sent | died | collected | distributed | concluded | scheduled | is under way | is underway | issued | published | reached | found | counted | opened | closed | entered into force | agreed | will take place | will be held | traced',
  ),
  view: list(
    'suspend* | halt* | break off | cut off | must remain | important | essential | vital | crucial | concern* | worr* | hope* | difficult* | serious | grave | believe* | think | principle* | bound by | obligation* | duty | right to | entitled | convention* | protects | prohibit* | forbid* | requires | trust | confidential* | matter of | cannot be | is impossible | there can be | should never',
  ),
  negation: list(
    "not | n't | no | never | nobody | none | neither | nor | nothing | no one | cannot | without exception not | refus*",
  ),
  hedge: list(
    'may | might | could | possibly | perhaps | probably | likely | reportedly | allegedly | apparently | seems | seem | seemed | appears | appear | as far as | as much as possible | to the extent | everything that depends | all that depends | everything in its power | everything in our power | all in its power | everything possible | everything it can | everything we can | all it can | all we can | everything within its power | everything within our power | do its best | do our best | do their best | best efforts | its utmost | our utmost | where possible | if possible | whenever possible | in principle | try to | tries to | seek to | endeavour* | strive* | aim to | hope to | hopes to | hoped to | intends to | intend to | consider* | believe* | i think | we think | make every effort | every effort | spare no effort | suggest* | in due course | presumably | expected to | is thought | are thought | supposedly | depends on | as appropriate | unless circumstances',
  ),
}

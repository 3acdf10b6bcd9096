import type { Signs } from './language.ts'
import { list } from './words.ts'

/** Words by which the kind of a French clause is known. */
export const frenchSigns: Signs = {
  thanks: list(
    'remerci* | reconnaissan* | gratitude | saluons | salue | félicit* | apprécions | apprécie | hommage | condoléances | nous réjouissons | se réjouit | précieux',
  ),
  denial: list(
    "je rejette | nous rejetons | je démens | nous démentons | nous nions | je nie | aucune lettre | totalement faux | n' existe pas | n' existent pas | il n' y a pas de prisonniers | faux | fausse | fausses | infond* | mensong* | sans fondement | calomni* | n' est pas vrai | inexact* | aucun fondement | n' a jamais | n' avons jamais | n' ont jamais | invention* | fabriqu* | absurde* | propagande | n' a été | n' ont été | dénué* de | il n' y a pas | il n' y a aucun | il n' y a jamais | n' est retenu | ne retenons | ne détenons | ne retient pas | ne détient pas | n' est détenu | n' est maltraité | pas vrai",
  ),
  request: list(
    "nous demandons | demandons | nous exigeons | exigeons | nous appelons | appelons | nous exhortons | nous réclamons | nous attendons | nous voulons que | nous invitons | nous prions | je demande | j' appelle | j' exhorte | j' exige | nous lui demandons | nous leur demandons | nous souhaitons que | laissez | rendez | qu' on nous | nous insistons | notre demande | s' il vous plaît | nous vous demandons | il faut que",
  ),
  duty: list(
    "doit | doivent | devra | devront | devrait | devraient | est tenu de | est tenue de | sont tenus de | il faut | est obligé | sont obligés | devait | devaient | a l' obligation | ont l' obligation | a le devoir",
  ),
  everyone: list(
    'tous les états | toutes les parties | les deux parties | deux parties | chaque partie | chaque état | tout état | tous | toutes | chacun | les parties | les états | communauté internationale | conventions | convention | canal | droit international | nul | personne ne doit',
  ),
  wrong: list(
    `viol* | cach* | dissimul* | refus* | tortur* | batt* | frapp* | maltrait* | tue | tué* | exécut* | retien* | retenu* | entrav* | bloqu* | enlev* | kidnapp* | priv* de | prive | nie | nient | bombard* | attaqu* | pill* | affam* | humili* | exhib* | ment | mentent | menti | bris* | rompu | romp* | ignor* | échou* | sabot* | retard* | illégal* | illicit* | otage* | crime* | empêch* | déport* | menac* | intimid* | arbitrair* | inhumain* | dégradant* | au secret | vol* | n' a pas transmis | n' a pas répondu | n' a pas envoyé | n' a toujours pas | n' ont pas | ne répond pas | ne laisse pas | ne permet pas | persécut* | pas respecté | interdi* | cruel* | manqu* à | forc* | contrain* | détien* | garde en | n' a jamais répondu | n' a jamais rendu | détourn* | instrumentalis*`,
  ),
  suffered: list(
    'été abattu* | été exécuté* | été tué* | été torturé* | été battu* | été fusillé* | été enlevé* | été maltraité* | été privé* | été déporté* | été contraint* | sont torturé* | sont battu* | sont maltraité* | sont privé*',
  ),
  future: list(
    '*erons | *irons | *drons | *vrons | *ttrons | *rrons | *eront | *iront | *dront | *vront | *ttront | *rront | *era | *ira | *dra | *vra | *ttra | *rra | *erai | *irai | *drai | *erait | *irait | *drait | *vrait | *ttrait | *rrait | *eraient | *iraient | *draient | *vraient | !entrait | !opéra | !environs | ra | sera | seront | aura | auront | va | vont | allons | allez | pourra | pourront | pourrait | pourraient | fera | feront | ferait | feraient | serait | seraient | ferons | serons | aurons | devrions | permettra | ouvrira | remettra | rendra | libérera | transmettra | enverra | enverrons | recevra | reprendra | reprendront | publiera | poursuivra | continuera | facilitera | garantira | respectera | fournira | coopérera | répondra | ouvrirait | remettrait | rendrait | libérerait | transmettrait | enverrait | recevrait | reprendrait | publierait | poursuivrait | continuerait | faciliterait | garantirait | respecterait | fournirait | coopérerait | répondrait | pourrons | cacherons | rendrons | ouvrirons | remettrons | libérerons | transmettrons | continuerons | respecterons | donnerons | répondrons | publierons | donnera | donnerait | accordera | accorderait | autorisera | autoriserait | prendra | prendrait | mettra | mettrait | restera | resteront | resterait | communiquera | communiquerait | poursuivrons | permettrons | laisserons | laissera | accueillera | recevront | rentreront | rentrera | traitera | traiterons | échangera | échangerons | examinera | examinerons | informera | informerons | tiendra | tiendrons | veillera | veillerons | accompagnera | acheminera | distribuera | aidera | aiderons | évacuera | interviendra | aura lieu | auront lieu',
  ),
  ready: list(
    "prêt* à | prêt | prête | disposé* à | s' engage* à | engageons à | garantit | garantissons | promet | promettons | disponible* | décidé* à | déterminé* à | résolu* à | acceptons | accepte de",
  ),
  own: list(
    'nous | notre | nos | je | mon | ma | mes | son pays | sa partie | son gouvernement | ses services | son administration | leur pays | le ministère | le bureau | son bureau | le gouvernement',
  ),
  good: list(
    'punir* | puni* | sanctionn* | poursuivi* | recouvr* | liberté | accessible* | prévenu* | averti* | informé* | autoris* | ouvr* | remet* | transmet* | fourni* | accord* | visite* | accès | libér* | rapatri* | rend* | envo* | envoy* | reç* | recev* | repren* | publi* | facilit* | enregistr* | trait* | respect* | garanti* | protég* | enquêt* | mis à jour | mise à jour | continu* | coopér* | répon* | inform* | aid* | permet* | partag* | échang* | commenc* | termin* | cess* | restaur* | lev* | pay* | soutien* | évacu* | accompagn* | organis* | soumet* | communiqu* | distribu* | rouvr* | rest* | tout ce qui | examin* | maint* | poursuiv* | donn* | admis* | autorisé*',
  ),
  news: list(
    `libér* | remis* | prospecté* | exhumé* | examiné* | restitué* | transmis* | demandé* | sollicité* | écrit | donné l' ordre | ordonné | signé | opéré* | soigné* | inhumé* | dénombré* | recensé* | ouvert | libéré* | rapatrié* | arrivé* | rentré* | enregistré* | reçu* | distribué* | visité* | transféré* | remis* | signé* | ouvert* | commencé | lieu | achevé* | échangé* | évacué* | identifié* | nommé* | adopté* | décidé | lancé* | établi* | envoyé* | mort* | recueilli* | publié* | retrouvé* | prévu* | entrera en vigueur | aura lieu`,
  ),
  view: list(
    'suspend* | rompr* | interrompr* | important* | essentiel* | vital* | crucia* | préoccup* | inquiét* | espér* | difficile* | grave* | croyons | pensons | principe* | liés par | obligation* | devoir | droit à | protège | interdit par | confidentiel* | question de | convention*',
  ),
  negation: list("ne | n' | pas | jamais | aucun | aucune | personne | rien | ni | non | refus*"),
  hedge: list(
    "peut-être | probablement | sans doute | apparemment | semble | semblent | pourrait | pourraient | aurait | auraient | serait | seraient | dans la mesure du possible | dans la mesure de ses moyens | dans la mesure de nos moyens | tout ce qui dépend | tout son possible | tout leur possible | notre possible | tout ce qui est en son pouvoir | tout ce qui est en notre pouvoir | si possible | en principe | essay* de | tenter* de | tente de | s' effor* | s' employ* | de notre mieux | de son mieux | faire le nécessaire | ne ménag* aucun effort | envisag* | éventuellement | autant que possible | dès que possible | tous les efforts | présumé* | prétend* | espère | espérons | croit | à notre connaissance | à sa connaissance | vraisemblablement",
  ),
}

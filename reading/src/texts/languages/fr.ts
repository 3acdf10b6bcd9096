import { frenchSigns } from './fr-signs.ts'
import { frenchVerbs } from './fr-verbs.ts'
import type { LanguageTable } from './language.ts'
import { list } from './words.ts'

/** What the walk must be told about French. Elided words are words of their own: `l'`, `d'`, `qu'`, `s'`. */
export const french: LanguageTable = {
  code: 'fr',
  cased: true,
  verbFirst: false,
  dropsDoer: false,
  inciseByComma: true,
  bareThat: false,
  verbs: frenchVerbs,
  objects: [
    ...list(
      'pure invention | invention* | fantaisist* | infondé* | mensong* | faux | fausses | calomni* | propagande | sans fondement | absurde*',
    ).map((w) => [w, 'denial'] as const),
    ...list(
      'gratitude | reconnaissance | remerciement* | appréciation | condoléances | satisfaction | félicitations | sympathie',
    ).map((w) => [w, 'thanks'] as const),
    ...list(
      'disponibilité | disposition | volonté | engagement | détermination | intention | promesse | assurance | résolution',
    ).map((w) => [w, 'promise'] as const),
    ...list('condamnation | indignation | protestation* | accusation* | colère').map((w) => [w, 'accusation'] as const),
    ...list('appel | demande* | exigence* | souhait | requête').map((w) => [w, 'demand'] as const),
    ...list(
      'préoccupation* | inquiétude* | regret* | espoir | doute* | soutien | solidarité | avis | position | crainte* | réserve* | conviction | attachement | opposition | intérêt | tristesse | consternation | confiance | déception',
    ).map((w) => [w, 'view'] as const),
  ],
  that: list("que | qu'"),
  inBodies: [],
  about: list("de | d' | du | des | sur"),
  takesListener: [],
  accordingTo: list("selon | d' après | à en croire | aux dires de | de l' avis de | de source"),
  inHisWords: list("selon lui | selon elle | d' après lui | d' après elle | à ses yeux | selon ses termes"),
  impersonal: list('rappelons'),
  as: list("comme | ainsi que | comme l' | ainsi que l'"),
  thisWas: list("c' est ce qu' | c' est ce que | ce qu'"),
  agreed: list(
    'il est convenu | il a été convenu | il a été décidé | il est décidé | les parties conviennent | les parties sont convenues | les parties ont convenu | les deux parties ont convenu | les deux parties sont convenues | les deux parties conviennent | les participants conviennent | les participants sont convenus | il est également convenu | il a été également convenu | il a également été convenu | il est en outre convenu | les délégations sont convenues | les deux délégations sont convenues | les deux côtés ont convenu | les deux parties se sont entendues pour',
  ),
  auxiliaries: list('a | ont | avait | avaient | aurait | auraient | ai | avons'),
  passive: list('été | être | étant | fut | furent'),
  reflexives: list("s' | se"),
  silent: list("n' | ne | refusé de | refuse de | sans | jamais | s' est abstenu de | s' est refusé à"),
  leads: list(
    'a tenu à | tient à | ont tenu à | tenait à | a voulu | a souhaité | souhaite | veut | voudrait | vient de | viennent de | venait de | a fini par | ne peut que | doit | devait | a dû | je voudrais | je tiens à | nous tenons à | nous voulons | a cru bon de',
  ),
  participleLeads: list('en | tout en | tout | et | mais'),
  between: list(
    "quant à lui | quant à elle | pour leur part | a | ont | avait | avaient | aurait | auraient | ai | avons | aussi | également | ensuite | encore | notamment | toutefois | cependant | pour sa part | pour leur part | pour son compte | de son côté | de leur côté | quant à lui | quant à elle | quant à eux | en outre | par ailleurs | enfin | déjà | lui-même | elle-même | vivement | hier | lui | leur | y | de nouveau | une nouvelle fois | à nouveau | une fois de plus | d' abord | en effet | ainsi | donc | plutôt | à son tour | en retour | au passage | en revanche | même | d' ailleurs | dès lors | l' | les | nous | me | bien | tout | avec fermeté | avec force | s' | se | -t-il | -t-elle | -il | -elle | avec la plus grande fermeté | n' | ne | pas",
  ),
  and: list('et | mais | ou | puis'),
  contrast: list('tandis que | alors que | et | mais | cependant que | quand'),
  prepositions: list(
    "à | au | aux | de | d' | du | des | dans | en | sur | sous | par | pour | avec | sans | contre | entre | chez | vers | depuis | pendant | durant | après | avant | lors | auprès | envers | outre | malgré | hors | devant | derrière | dès | jusqu' | jusque | parmi | concernant | via | y compris | face à | selon",
  ),
  articles: list(
    "le | la | les | l' | un | une | ce | cet | cette | ces | son | sa | ses | leur | leurs | notre | nos",
  ),
  of: list("de la | de l' | de | d' | du | des"),
  ties: list("aux | à la | à l' | au | chargé | chargée | pour | auprès"),
  bodyTies: list('pour | aux | chargé | chargée'),
  particles: list('de | van | von | ben | bin | el | al | le | du'),
  relative: list('qui | dont | où | lequel | laquelle | lesquels'),
  stops: list(
    "est | sont | était | étaient | a | ont | avait | avaient | et | mais | ou | que | qu' | qui | dont | où | quand | si | car | ne | n' | pas | il | elle | ils | elles | on | nous | vous | je | j' | se | s' | lui | leur | y | en | été | être | avoir | fait | sera | seront | peut | peuvent | doit | doivent | ce | c' | donc | comme | plus | moins | très | pour | avec | par | dans | sur | sans | contre | depuis | lors | après | avant | -t-il | -t-elle | -il | -elle | tandis | alors",
  ),
  pronouns: {
    he: list('il | -t-il | -il | celui-ci'),
    she: list('elle | -t-elle | -elle | celle-ci'),
    it: [],
    they: list('ils | elles | -ils | -elles | -t-ils | -t-elles'),
    we: list("nous | je | j' | -je | -nous"),
  },
  latter: list('ce dernier | cette dernière | celui-ci | celle-ci'),
  titles: {
    he: list('m | mm | monsieur | messieurs | sir | roi | prince'),
    she: list('mme | madame | mlle | mesdames | reine | princesse'),
    any: list(
      'dr | pr | me | professeur | général | colonel | capitaine | commandant | amiral | lieutenant | père | cheikh | imam | docteur',
    ),
  },
  offices: list(
    `ministre | président | porte-parole | chef | directeur | commissaire | ambassadeur | envoyé | délégué | secrétaire | commandant | gouverneur | maire | représentant | coordinateur | coordonnateur | adjoint | conseiller | chancelier | procureur | premier ministre | vice-président | vice-ministre | médiateur | négociateur | rapporteur | consul | responsable des | avocat | médecin | député | sénateur | patron | numéro deux | dirigeant | émissaire | haut-commissaire | inspecteur | administrateur | intendant | évêque | archevêque | patriarche | imam | général | colonel | membre | défenseur | préfet | expert | observateur | chef d' état-major | premier | vice-premier ministre | sous-secrétaire | modérateur | greffier | fondateur | roi | émir | professeur`,
  ),
  officesOblique: [],
  presides: list(
    'dirige | préside | représente | dirigeait | conduit | à la tête de | à la tête du | à la tête de la | en charge de | en charge du',
  ),
  homeOffices: list('défenseur | défenseure | médiateur | médiatrice'),
  standsFor: list('diplomate | responsable | source | officiel'),
  possessives: list('leur | son | sa'),
  inserts: list(
    "s' exprimant | qui | dont | cité | citée | interrogé | interrogée | requérant | sous couvert | parlant | joint | contacté",
  ),
  greetings: list('bonjour | bonsoir | bonjour à tous | mesdames et messieurs'),
  stateOffices: list(
    "ministre | premier ministre | première ministre | chef d' état-major | commandant | général | colonel | gouverneur | ambassadeur | ambassadrice | procureur | préfet | capitaine",
  ),
  insurgents: list('rebelles | rébellion'),
  groups: list('mouvement | front | milice | faction | coalition | brigade | armée'),
  armies: list('armée'),
  letters: list('lettre | note verbale | lettre ouverte'),
  closings: list(
    "veuillez agréer | je vous prie d' agréer | veuillez recevoir | veuillez croire | madame la | monsieur le | excellence",
  ),
  ours: list('mon | ma | notre'),
  settings: list(
    "à l' issue | à l' occasion | au terme | lors d' | lors de | lors du | au cours de | au cours d' | au cours du | dans un communiqué | dans un entretien | dans une déclaration | devant la presse | devant les journalistes | en marge | en conférence de presse | à la veille | au lendemain",
  ),
  forWhom: list('pour | aux yeux de | du côté de'),
  quotedAs: [],
  firstPerson: [],
  cites: [],
  citedWords: [],
  saidIn: [],
  numbers: list(
    'deux | trois | quatre | cinq | six | sept | huit | neuf | dix | onze | douze | treize | quatorze | quinze | seize | vingt | trente | quarante | cinquante | soixante | cent | cents | mille | dizaines | centaines | milliers | douzaine | vingt-cinq',
  ),
  decisions: list('décision | décisions | conclusion | suites à donner'),
  acts: [],
  aliases: [
    ['chef du gouvernement', 'premier ministre'],
    ['cheffe du gouvernement', 'premier ministre'],
    ['première ministre', 'premier ministre'],
    ['premier', 'premier ministre'],
    ["chef de l' état", 'président'],
    ["cheffe de l' état", 'président'],
    ['chef de la diplomatie', 'ministre des affaires étrangères'],
    ['cheffe de la diplomatie', 'ministre des affaires étrangères'],
    ['numéro un de la diplomatie', 'ministre des affaires étrangères'],
  ],
  officesShe: list(
    'présidente | directrice | ambassadrice | envoyée | déléguée | commandante | mairesse | représentante | coordinatrice | coordonnatrice | adjointe | conseillère | chancelière | procureure | vice-présidente | médiatrice | négociatrice | rapporteuse | avocate | première ministre | cheffe | gouverneure | députée | sénatrice | dirigeante | experte | observatrice | inspectrice | administratrice | reine | patronne | émissaire | haute-commissaire | modératrice | fondatrice | professeure | colonelle | générale',
  ),
  modifiers: list(
    `affaires | étrangères | étrangère | défense | intérieur | intérieure | extérieur | extérieures | extérieure | justice | santé | général | générale | adjoint | adjointe | spécial | spéciale | principal | principale | permanent | permanente | exécutif | exécutive | national | nationale | régional | régionale | militaire | humanitaire | humanitaires | droits | homme | prisons | police | sécurité | armée | armées | air | marine | fédéral | fédérale | suprême | chargé | chargée | personnes | disparues | disparus | réfugiés | ancien | ancienne | nouveau | nouvelle | prisonniers | guerre | international | internationale | république | royaume | présidentiel | présidentielle | parlementaire | juridique | médical | terrain | pénitentiaire | pénitentiaires | information | presse | communication | opérations | protection | recherches | sociales | sociaux | travail | finances | état | gouvernement | par | intérim | haut | haute | public | publique | premier | première | vice | européennes | européen | coopération | territorial | civile | civil | migrations | intégration`,
  ),
  stateBodies: list(
    'ministère | gouvernement | armée | état-major | autorités | autorité | administration | présidence | police | ambassade | forces armées | forces | parlement | assemblée | sénat | cabinet | diplomatie | département | délégation | direction | mouvement | front | milice | rébellion | rebelles | faction | coalition | parti | service pénitentiaire | services | service | régime | secrétariat | parquet | chancellerie | état | république | royaume | camp | mission | quai | consulat | commandement | partie | côté',
  ),
  ownBodies: list(
    'registre | conseil | forum | plateforme | collectif | amicale | confédération | congrès | cercle | antenne | office | bureau | comité | organisation | agence | commission | union | fédération | association | fonds | société | réseau | fondation | cour | tribunal | institut | ong | nations unies | ligue | alliance | centre | groupe | observatoire | croix-rouge | croissant-rouge | haut-commissariat | conférence | collectif | panel | organisme | centrale',
  ),
  bodiesOblique: [],
  unnamedOblique: [],
  unnamed: list(
    'source | sources | responsable | responsables | diplomate | diplomates | témoin | témoins | habitant | habitants | habitante | proche | proches | analyste | analystes | observateurs | officiel | officiels | fonctionnaire | fonctionnaires | soldat | soldats | prisonnier | prisonniers | militant | militants | réfugié | réfugiés | villageois | bénévole | bénévoles | employé | employés | gardien | gardiens | détenu | détenus | experts | familles | mère | mères | médecins | avocats | négociateurs | délégués | ministres | dirigeants | représentants | députés | commandants | officier | officiers | survivant | survivante | personne | haut responsable | haut fonctionnaire | collaborateur | collaborateurs',
  ),
  papers: list(
    'lettre | note verbale | communiqué | communiqué de presse | déclaration | note | aide-mémoire | rapport | lettre | message | conférence de presse | point de presse | service de presse | entretien | compte rendu | publication',
  ),
  together: list(
    'deux responsables | deux hommes | deux ministres | deux dirigeants | deux délégations | deux femmes | deux interlocuteurs | parties | deux parties | participants | interlocuteurs | délégations | deux côtés | deux pays | pays | réunion',
  ),
  countryEndings: list(
    'iennes | ienne | iens | ien | éennes | éenne | éens | éen | aises | aise | ais | oises | oise | ois | aines | aine | ains | ain | anes | ane | ans | an | ines | ine | ins | in | iques | ique | ées | ée | ie | ia | e | a | i | o | s',
  ),
  partyEndings: list(
    'iennes | ienne | iens | ien | éennes | éenne | éens | éen | aises | aise | ais | oises | oise | ois | aines | aine | ains | ain | anes | ane | ans | an | ines | ine | ins | in | iques | ique',
  ),
  nominatives: [],
  common: list(
    `tandis | parallèlement | auparavant | désormais | enfin | également | néanmoins | pourtant | autrement | toujours | jamais | souvent | peut-être | certes | bref | ailleurs | là | ici | hier | aussitôt | ensuite | rappelant | évoquant | répondant | commentant | soulignant | affirmant | parmi | sous | vers | chez | contre | hormis | sauf | durant | via | mère | père | rebelles | soldats | monsieur | dont | lequel | laquelle | celui | celle | ceux | celles | chacun | aucune | certaine | certaines | quelque | quelques | beaucoup | peu | trop | tant | tel | telle | tels | telles | même | mêmes | autre | autres | point | armée | police | le | la | les | l' | un | une | des | du | de | d' | au | aux | à | en | dans | sur | par | pour | avec | sans | selon | il | elle | ils | elles | nous | vous | je | j' | on | ce | c' | cette | cet | ces | son | sa | ses | leur | leurs | notre | nos | et | mais | ou | donc | or | ni | car | si | quand | comme | plus | moins | tous | toutes | tout | toute | certains | plusieurs | chaque | aucun | aucune | interrogé | interrogée | question | réponse | des | milliers | depuis | après | avant | lors | pendant | outre | malgré | qui | que | qu' | quoi | quel | quelle | combien | comment | pourquoi | où | est | sont | non | oui | ne | n' | personne | rien | ainsi | enfin | cependant | toutefois | par | deux | trois | quatre | cinq | six | dix | janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre | décembre | lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | article | présents | ouverture | visites | listes | divers | réunion | procès-verbal | ordre | évoquant | prenant | s' | se | y | lui | entre | face | concernant | quant | jusqu' | dès | hier | aujourd'hui | demain | monsieur | madame | aussi | puis | ensuite | alors | tandis`,
  ),
  plain: list('*tion | *tions | *ment | *ments | *té | *tés | *ance | *ances | *eurs | *ages'),
  things: list(
    'fleuve | rivière | vallée | place | aéroport | rue | route | pont | lac | mont | mer | île | hôpital | université | hôtel | palais | traité | convention | conventions | accord | accords | protocole | province | district | région | ville | village | port | église | dépêche | loi | plan | procès-verbal',
  ),
  listeners: list(
    "à la presse | aux journalistes | devant la presse | journalistes | presse | l' assemblée | parlement | médias | députés",
  ),
  claims: list(
    'accusation* | allégation* | affirmation* | information* | rumeur* | propos | déclaration* | prétention*',
  ),
  media: list(
    'agence de presse | agence | quotidien | journal | chaîne | radio | télévision | correspondant | hebdomadaire | site',
  ),
  weekdays: list('lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche').map(
    (day, at) => [day, at + 1] as const,
  ),
  months: list(
    'janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre | décembre',
  ),
  timeWords: list(
    "aujourd'hui | hier | demain | matin | après-midi | soir | soirée | nuit | midi | semaine | mois | année | an | ans | jour | jours | dernier | dernière | prochain | prochaine | heures | heure | tard | veille | lendemain",
  ),
  conditions: list(
    "si | s' il | s' ils | s' elle | s' elles | à condition que | à condition de | à condition qu' | sous réserve | pourvu que | pourvu qu' | tant que | tant qu' | dès que | dès qu' | une fois | à moins que | à moins qu' | lorsque les conditions | en échange | en contrepartie | au cas où | pour autant que | pour autant qu' | dans la mesure où les | sous condition | aussitôt que",
  ),
  since: list('depuis'),
  inPlace: list('à | dans | près de'),
  places: list(
    'camp de | camp | prison de | prison | colonie | hôpital | ville de | ville | village de | village | district | province | centre de détention | caserne | site de | base de',
  ),
  by: list('par'),
  signs: frenchSigns,
  treaties: list(
    'convention | conventions | protocole | protocoles | traité | accord | accords | déclaration | pacte | mémorandum | statut | charte',
  ),
  articlesOfLaw: list('article | articles | art'),
  subjects: [
    ['lists', list('liste* | registre* | noms de | recensement')],
    ['messages', list('lettre* | message* | courrier | colis | correspondance | appel* téléphonique*')],
    ['repatriation', list('rapatri* | échange* | libér* | retour | remise des corps | dépouilles | corps')],
    ['access', list('accès | visite* | visiter | portes | ouvrira son camp | délégués au | rencontrer les')],
    [
      'treatment',
      list(
        'trait* | tortur* | batt* | humain* | humili* | santé | médica* | nourriture | conditions | blessé* | maltrait* | curiosité | malade* | soins',
      ),
    ],
    ['funds', list('fonds | argent | don | dons | contribution* | financ* | million* | budget')],
    ['law', list('convention* | traité* | article* | droit | obligation* | protocole* | viol* | loi')],
  ],
  meeting: list(
    "a reçu | reçoit | ont reçu | a rencontré | rencontre | ont rencontré | se sont rencontrés | se sont entretenus | s' est entretenu | s' est entretenue | s' entretient | a eu un entretien | ont eu un entretien | a tenu une réunion | ont tenu une réunion | se sont réunis | se sont réunies | s' est réuni | s' est réunie | a accueilli | a discuté | ont discuté | ont eu des entretiens | a eu des entretiens | a été reçu par | a été reçue par | a été reçu | a été reçue | s' est tenue | s' est tenu | a eu lieu | ont mené des discussions | a participé à une réunion | s' entretiennent | se réunissent | recevait | ont tenu des consultations | ont tenu des pourparlers | a mené des entretiens | a présidé une réunion",
  ),
  minutes: list('procès-verbal | compte rendu | compte-rendu | relevé de conclusions | relevé de décisions'),
  meetingHeads: list(
    'réunion tenue | réunion | réunion entre | réunion de | réunion du | réunion avec | entretien entre | entretiens entre | rencontre entre | rencontre avec | compte rendu de la réunion | procès-verbal de la réunion | procès-verbal de la rencontre | consultations entre | compte rendu de la rencontre | compte rendu de réunion | séance de travail entre',
  ),
  abbreviations: list(
    'm | mm | dr | pr | me | st | ste | art | no | n | p | cf | etc | janv | févr | avr | juil | sept | oct | nov | déc',
  ),
  questionTurns: list('question | q | journaliste | la rédaction'),
  answerTurns: list('réponse | r'),
  formal: list(
    'présents | présentes | étaient présents | participants | ordre du jour | date | lieu | signé | excusés | secrétaire | distribution | contact | contact presse | propos recueillis | propos recueillis par | photo | source | objet | président de séance | heure | rédaction | référence',
  ),
  demonstratives: list("c' | ce | cela | ceci | cette | ces | il"),
  imperatives: list(
    `qu' ils | qu' il | qu' elles | qu' elle | qu' on | laissez | cessez | libérez | rendez | donnez | ouvrez | permettez | montrez | dites | envoyez | respectez | arrêtez`,
  ),
  fingerprints: list(
    "le | la | les | des | du | de | et | à | en | un | une | que | qui | dans | pour | par | sur | au | aux | est | a | ont | son | sa | ses | avec | pas | ne | il | elle | ce | cette | l' | d' | qu'",
  ),
}

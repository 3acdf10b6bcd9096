import type { Agreement, Frame, Implication, Verb } from './language.ts'
import { list } from './words.ts'

const perfect = (stem: string, tail: string): [string, Agreement][] => [
  [`${stem}${tail}`, 'perfect'],
  [`${stem}e${tail}`, 'perfect'],
  [`${stem}s${tail}`, 'perfect'],
  [`${stem}es${tail}`, 'perfect'],
]

/** Forms of a verb in -er: affirme, affirment, affirmait, affirma, affirmé, affirmant. */
function regular(base: string, tail: string): [string, Agreement][] {
  const stem = base.slice(0, -2)
  const soft = stem.endsWith('g') ? `${stem}e` : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem
  const strong = /(?:app|rapp)el$/u.test(stem)
    ? `${stem}l`
    : stem.endsWith('jet')
      ? `${stem}t`
      : stem.replace(/é([rtlc])$/u, 'è$1').replace(/e(v)$/u, 'è$1')
  const finite = [
    `${strong}e`,
    `${strong}ent`,
    `${soft}ait`,
    `${soft}aient`,
    `${soft}a`,
    `${stem}èrent`,
    `${stem}era`,
    `${stem}erait`,
    `${stem}eraient`,
  ]
  return [
    ...finite.map((form): [string, Agreement] => [`${form}${tail}`, 'any']),
    [`${soft}ons${tail}`, 'we'],
    ...perfect(`${stem}é`, tail),
    [`${soft}ant${tail}`, 'participle'],
    [`${base}${tail}`, 'infinitive'],
  ]
}

/** An irregular verb written out: infinitive:present:plural:past participle:imperfect:participle:we. */
function irregular(written: string, tail: string): [string, Agreement][] {
  const [infinitive = '', present = '', plural = '', past = '', imperfect = '', participle = '', we = ''] =
    written.split(':')
  return [
    [`${present}${tail}`, 'any'],
    [`${plural}${tail}`, 'any'],
    [`${imperfect}${tail}`, 'any'],
    [`${imperfect.replace(/ait$/u, 'aient')}${tail}`, 'any'],
    [`${we}${tail}`, 'we'],
    ...perfect(past, tail),
    [`${participle}${tail}`, 'participle'],
    [`${infinitive}${tail}`, 'infinitive'],
  ]
}

const irregulars: Readonly<Record<string, string>> = {
  dire: 'dire:dit:disent:dit:disait:disant:disons',
  redire: 'redire:redit:redisent:redit:redisait:redisant:redisons',
  promettre: 'promettre:promet:promettent:promis:promettait:promettant:promettons',
  admettre: 'admettre:admet:admettent:admis:admettait:admettant:admettons',
  soutenir: 'soutenir:soutient:soutiennent:soutenu:soutenait:soutenant:soutenons',
  convenir: 'convenir:convient:conviennent:convenu:convenait:convenant:convenons',
  reconnaître: 'reconnaître:reconnaît:reconnaissent:reconnu:reconnaissait:reconnaissant:reconnaissons',
  répondre: 'répondre:répond:répondent:répondu:répondait:répondant:répondons',
  poursuivre: 'poursuivre:poursuit:poursuivent:poursuivi:poursuivait:poursuivant:poursuivons',
  conclure: 'conclure:conclut:concluent:conclu:concluait:concluant:concluons',
  écrire: 'écrire:écrit:écrivent:écrit:écrivait:écrivant:écrivons',
  démentir: 'démentir:dément:démentent:démenti:démentait:démentant:démentons',
  garantir: 'garantir:garantit:garantissent:garanti:garantissait:garantissant:garantissons',
  avertir: 'avertir:avertit:avertissent:averti:avertissait:avertissant:avertissons',
  prévenir: 'prévenir:prévient:préviennent:prévenu:prévenait:prévenant:prévenons',
  faire: 'faire:fait:font:fait:faisait:faisant:faisons',
  laisser: 'laisser:laisse:laissent:laissé:laissait:laissant:laissons',
  accueillir: 'accueillir:accueille:accueillent:accueilli:accueillait:accueillant:accueillons',
  rendre: 'rendre:rend:rendent:rendu:rendait:rendant:rendons',
  craindre: 'craindre:craint:craignent:craint:craignait:craignant:craignons',
  enjoindre: 'enjoindre:enjoint:enjoignent:enjoint:enjoignait:enjoignant:enjoignons',
  consentir: 'consentir:consent:consentent:consenti:consentait:consentant:consentons',
  prendre: 'prendre:prend:prennent:pris:prenait:prenant:prenons',
  mettre: 'mettre:met:mettent:mis:mettait:mettant:mettons',
  vouloir: 'vouloir:veut:veulent:voulu:voulait:voulant:voulons',
  croire: 'croire:croit:croient:cru:croyait:croyant:croyons',
  tenir: 'tenir:tient:tiennent:tenu:tenait:tenant:tenons',
  offrir: 'offrir:offre:offrent:offert:offrait:offrant:offrons',
  exposer: 'exposer:expose:exposent:exposé:exposait:exposant:exposons',
  requérir: 'requérir:requiert:requièrent:requis:requérait:requérant:requérons',
}

/** "s'engager à": s'engage à, s'est engagée à, se sont engagés à, s'engageant à. */
function reflexive(verb: string): [string, Agreement][] {
  const [head = '', ...rest] = verb.split(' ')
  const tail = rest.length === 0 ? '' : ` ${rest.join(' ')}`
  const vowel = /^[aeéèiouhâ]/u.test(head)
  const se = vowel ? "s'" : 'se'
  return formsOf(head, tail).flatMap(([form, agrees]): [string, Agreement][] => {
    if (agrees === 'we') return [[`nous ${form}`, 'any']]
    if (agrees !== 'perfect') return [[`${se} ${form}`, agrees]]
    return [
      [`s' est ${form}`, 'any'],
      [`se sont ${form}`, 'any'],
      [`s' était ${form}`, 'any'],
      [`s' étant ${form}`, 'participle'],
    ]
  })
}

function formsOf(head: string, tail: string): [string, Agreement][] {
  const known = irregulars[head]
  return known === undefined ? regular(head, tail) : irregular(known, tail)
}

/** "rendre hommage à" also stands as "au", "aux"; "de" as "du", "des", "d'". */
function withArticles(all: [string, Agreement][]): [string, Agreement][] {
  return all.flatMap(([form, agrees]): [string, Agreement][] => {
    const others = form.endsWith(' à') ? [' au', ' aux'] : form.endsWith(' de') ? [' du', ' des', " d'"] : []
    return [[form, agrees], ...others.map((end): [string, Agreement] => [form.replace(/ \S+$/u, end), agrees])]
  })
}

function forms(verb: string): [string, Agreement][] {
  if (verb.startsWith('se ')) return reflexive(verb.slice(3))
  const [head = '', ...rest] = verb.split(' ')
  return formsOf(head, rest.length === 0 ? '' : ` ${rest.join(' ')}`)
}

const lines: readonly (readonly [Implication, Frame, string])[] = [
  [
    'neutral',
    'clause',
    `dire | exposer | présenter | redire | déclarer | affirmer | ajouter | indiquer | préciser | expliquer | noter | relever | souligner | rappeler | assurer | confirmer | soutenir | estimer | juger | considérer | observer
    | remarquer | signaler | raconter | rapporter | répondre | répliquer | rétorquer | répéter | réaffirmer | marteler | insister sur le fait | insister | informer | révéler | reconnaître | admettre | concéder | avouer
    | conclure | écrire | constater | prévenir | avertir | faire savoir | faire valoir | faire remarquer | faire observer | laisser entendre | prétendre | arguer | avancer | plaider | détailler | commenter | témoigner | évoquer | lancer | mettre en avant | penser | croire | mettre en garde | tenir à rappeler | tenir à souligner | enchaîner | énoncer | spécifier | certifier | attester | argumenter | mentionner | suggérer | clarifier | attirer l' attention sur le fait | réitérer | se dire convaincu | se dire convaincue | se dire persuadé | se dire persuadée | nuancer`,
  ],
  [
    'neutral',
    'quotation',
    `prendre note | prendre acte | poursuivre | continuer | reprendre | demander à son tour | interroger | ironiser | résumer | s'exclamer | se demander`,
  ],
  [
    'view',
    'both',
    `regretter | déplorer | se inquiéter de | se inquiéter | se alarmer de | se dire préoccupé | se dire préoccupée | se dire préoccupés | se dire inquiet | se dire inquiète | se dire inquiets | se dire favorable à | se dire opposé à | se dire opposée à | se dire attaché à | se dire attachée à
    | espérer | douter | craindre | se opposer à | se prononcer pour | se prononcer contre | approuver | appuyer | se interroger sur | insister sur | mettre l'accent sur | se déclarer préoccupé | se déclarer préoccupée | exprimer le espoir | plaider en faveur de | se étonner de | se dire confiant | se dire confiante | se dire ouvert au | se dire en faveur de | souhaiter | prôner | redouter | se dire attristé | se dire attristée | se dire déçu | se dire déçue | rappeler le | rappeler la | rappeler l' | rappeler les | souligner l' | souligner la | souligner le | souligner les | réaffirmer l' | réaffirmer son attachement | réaffirmer le | réaffirmer la | insister sur la | évoquer la | évoquer le | évoquer les | évoquer l'`,
  ],
  [
    'promise',
    'both',
    `promettre | se engager à | se engager | garantir | jurer | accepter de | accepter | consentir à | se dire prêt à | se dire prête à | se dire prêts à | se dire prêt | se dire prête | se dire prêts | se dire prêtes | se dire prêtes à | se dire disposé | se dire disposée | se dire disposés | se déclarer prêt | se déclarer prête | se dire disposé à | se dire disposée à | se dire disposés à | se déclarer prêt à | se déclarer prête à | se déclarer prêts à | se déclarer disposé à | se déclarer disposée à | donner l' assurance | donner sa parole | donner des garanties | donner des assurances
    | proposer de | offrir de | offrir | prendre l' engagement de | confirmer sa volonté | réaffirmer sa volonté | réaffirmer son engagement | réitérer son engagement | réitérer sa volonté | exprimer sa volonté | exprimer sa disponibilité | exprimer sa disposition | se dire déterminé à | se dire déterminée à | se dire résolu à | se dire résolue à | convenir de | convenir`,
  ],
  [
    'demand',
    'both',
    `demander | presser | proposer que | proposer | exiger | réclamer | exhorter | appeler à | appeler | inviter | prier | sommer | enjoindre | supplier | solliciter | implorer | conjurer | lancer un appel | recommander | ordonner | requérir | revendiquer | conseiller | encourager | préconiser | réitérer son appel | renouveler son appel | renouveler l' appel | vouloir que | souhaiter que | insister pour | engager | se attendre à ce | attendre de | plaider pour | inciter`,
  ],
  [
    'accusation',
    'both',
    `accuser | dénoncer | condamner | reprocher | fustiger | critiquer | blâmer | se indigner de | se indigner | protester contre | protester | stigmatiser | incriminer | alléguer | se plaindre de | se plaindre | pointer du doigt | imputer | mettre en cause | vilipender | se élever contre | tenir pour responsable | tenir pour responsables | flétrir`,
  ],
  [
    'denial',
    'both',
    `nier | démentir | réfuter | rejeter | contester | récuser | dénier | se défendre de | se défendre | repousser | balayer | écarter | qualifier de mensonge | qualifier de mensongères | qualifier d' infondées | se inscrire en faux contre`,
  ],
  [
    'thanks',
    'both',
    `remercier | saluer | féliciter | se féliciter de | se féliciter | rendre hommage à | louer | apprécier | applaudir | se réjouir de | se réjouir | accueillir favorablement | accueillir avec satisfaction | complimenter | se dire reconnaissant | se dire reconnaissante | se dire satisfait | se dire satisfaite | présenter ses condoléances | adresser ses condoléances | adresser ses remerciements | exprimer ses condoléances | se louer de`,
  ],
  [
    'announcement',
    'both',
    `annoncer | dévoiler | proclamer | publier | rendre public | rendre publique | décréter | faire état de`,
  ],
  [
    'object',
    'matter',
    `exprimer | manifester | témoigner de | témoigner | faire part de | réitérer | adresser | présenter | transmettre | formuler | renouveler | confirmer sa | confirmer son | marquer | dire sa | dire son | redire sa | redire son | élever | émettre | qualifier`,
  ],
]

/** The table of French verbs of saying. */
export const frenchVerbs: readonly Verb[] = lines.flatMap(([implies, frame, verbs]) =>
  list(verbs.replace(/\s+/gu, ' ')).map((verb): Verb => ({
    implies,
    frame,
    forms: withArticles(forms(verb.replace(/^se (?=[aeéiouh])/u, 'se '))),
  })),
)

import type { Field } from './fields.ts'

/**
 * Headings as senders write them, in English, French, Russian, Ukrainian and Arabic, in the form `plainHeading`
 * gives them: small letters, no marks or punctuation. One line a field and language; add what you meet.
 */
const words: [Field, string][] = [
  [
    'id',
    'id | identifier | record id | person id | uid | uuid | key | ref | reference | case number | request id | requestid | identifiant | dossier | код | идентификатор | ид | ідентифікатор | معرف | رقم الملف | رقم القيد',
  ],
  [
    'rowNumber',
    'no | nr | n | num | row | line | serial | serial no | s no | sl no | row number | list row | list row no | numero d ordre | n d ordre | номер | номер п п | п п | пп | no п п | № п п | № | № з п | з п | номер строки | م | ت | الرقم | التسلسل | تسلسل | الرقم التسلسلي | رقم التسلسل | مسلسل',
  ],
  [
    'list',
    'list | list no | list number | liste | numero de liste | список | номер списка | номер списку | القائمة | رقم القائمة',
  ],
  [
    'name',
    'name | names | full name | fullname | person | person name | name of person | detainee name | prisoner name | nom complet | nom et prenom | nom et prenoms | nom prenom | noms et prenoms | nom prenoms | фио | ф и о | фамилия имя отчество | фамилия имя | полное имя | фамилия и о | фамилия и инициалы | піб | п і б | прізвище ім я по батькові | прізвище імя по батькові | прізвище ім я | повне ім я | الاسم | الاسم الكامل | الاسم الثلاثي | الاسم الرباعي | الاسم الثلاثي واللقب | اسم الشخص | الاسم واللقب | اسم الاسير | اسم المعتقل | اسم المفقود',
  ],
  [
    'given',
    'given | given name | given names | first name | firstname | first names | forename | forenames | first name2 | first name 2 | middle name | second name | christian name | prenom | prenoms | имя | имена | ім я | імя | имя имена | الاسم الاول | الاسم الشخصي',
  ],
  ['patronymic', 'patronymic | patronym | patronyme | отчество | по отчеству | по батькові | побатькові'],
  [
    'father',
    'father | father name | father s name | fathers name | name of father | first name of father | nom du pere | prenom du pere | pere | имя отца | отец | ф и о отца | ім я батька | імя батька | батько | اسم الاب | الاب | اسم الوالد | الوالد',
  ],
  [
    'grandfather',
    'grandfather | grandfather name | grandfather s name | name of grandfather | nom du grand pere | grand pere | дед | имя деда | дід | ім я діда | اسم الجد | الجد',
  ],
  [
    'family',
    'family | family name | surname | surname2 | surname 2 | last name | lastname | nom | nom de famille | noms | фамилия | прізвище | اللقب | اسم العائلة | العائلة | الكنية العائلية | الشهرة | النسبة | الكنيه',
  ],
  [
    'alias',
    'alias | aliases | aka | a k a | also known as | nickname | other names | other name | former name | maiden name | nee | birth name | nom de guerre | call sign | callsign | surnom | autres noms | nom de jeune fille | псевдоним | кличка | прозвище | позывной | другие имена | девичья фамилия | прежняя фамилия | псевдонім | прізвисько | позивний | дівоче прізвище | الاسم المستعار | اسم الشهرة | الكنية | اسماء اخرى | الاسم الحركي',
  ],
  [
    'mother',
    'mother | mother name | mother s name | mothers name | name of mother | mother s full name | nom de la mere | mere | имя матери | мать | ф и о матери | ім я матері | мати | اسم الام | الام | اسم الوالدة | الوالدة',
  ],
  [
    'born',
    'born | dob | dobs | d o b | date of birth | birth date | birthdate | birthday | birth | date birth | date de naissance | ne le | naissance | дата рождения | д р | др | год рождения дата | родился | дата народження | д н | народився | تاريخ الميلاد | تاريخ الولادة | المواليد | تاريخ ومكان الولادة | الميلاد',
  ],
  [
    'bornYear',
    'birth year | year of birth | yob | born year | year born | annee de naissance | год рождения | г р | гр | рік народження | р н | سنة الميلاد | سنة الولادة | عام الميلاد | المواليد سنة',
  ],
  [
    'bornMonth',
    'birth month | month of birth | born month | mois de naissance | месяц рождения | місяць народження | شهر الميلاد | شهر الولادة',
  ],
  [
    'bornDay',
    'birth day | day of birth | born day | jour de naissance | день рождения | число рождения | день народження | يوم الميلاد | يوم الولادة',
  ],
  ['age', 'age | age years | years old | возраст | лет | вік | років | العمر | السن'],
  ['sex', 'sex | gender | m f | sexe | genre | пол | м ж | стать | الجنس | النوع'],
  [
    'place',
    'place | birth place | birthplace | place of birth | pob | birth city | birth town | city of birth | birth country | country of birth | births | town | city | village | lieu de naissance | ne a | место рождения | родом из | место рожд | місце народження | محل الميلاد | مكان الميلاد | مكان الولادة | محل الولادة | المولد',
  ],
  [
    'number',
    'number | service number | service no | svc | svc no | army number | army no | military number | military no | personal number | prisoner number | prisoner no | pow no | isn | matricule | numero matricule | numero de matricule | личный номер | номер жетона | жетон | табельный номер | особистий номер | номер жетону | الرقم العسكري | رقم الاسير | الرقم الشخصي | رقم المعتقل',
  ],
  [
    'document',
    'document | document number | document no | passport | passport no | passport number | id card | id card no | id no | id number | national id | national id no | identity card | soc sec id | ssn | social security number | tax id | personal id | numero de document | carte d identite | passeport | numero de passeport | паспорт | номер паспорта | серия и номер паспорта | документ | номер документа | удостоверение | снилс | инн | паспорт номер | посвідчення | рнокпп | іпн | رقم الهوية | رقم الجواز | جواز السفر | رقم جواز السفر | الرقم الوطني | رقم البطاقة | الهوية',
  ],
  [
    'rank',
    'rank | grade | military rank | звание | воинское звание | в звание | чин | звання | військове звання | الرتبة | الرتبة العسكرية',
  ],
  [
    'unit',
    'unit | military unit | regiment | brigade | formation | unite | часть | воинская часть | в ч | вч | подразделение | місце служби | частина | військова частина | підрозділ | الوحدة | الوحدة العسكرية | اللواء | الكتيبة',
  ],
  [
    'status',
    'status | legal status | regime | category | state of person | statut | etat | статус | режим | категория | состояние | категорія | стан | الحالة | الوضع | الصفة | الوضع القانوني',
  ],
  [
    'event',
    'date | event date | date of event | status date | date de l evenement | дата | дата события | дата події | التاريخ | تاريخ الحدث',
  ],
  [
    'captured',
    'captured | capture date | date of capture | date captured | taken prisoner on | taken prisoner | interned on | arrest date | date of arrest | detained on | date of detention | date de capture | capture le | date d arrestation | дата пленения | дата взятия в плен | взят в плен | пленен | дата задержания | задержан | дата полону | дата взяття в полон | взято в полон | дата затримання | تاريخ الاسر | تاريخ القبض | تاريخ الاعتقال | تاريخ التوقيف',
  ],
  [
    'released',
    'released | release date | date of release | repatriated on | date of repatriation | date de liberation | libere le | дата освобождения | освобожден | дата обмена | дата звільнення | звільнено | дата обміну | تاريخ الافراج | تاريخ الاطلاق | تاريخ الإفراج',
  ],
  [
    'died',
    'died | death date | date of death | dod | deceased on | date de deces | date du deces | дата смерти | умер | дата гибели | погиб | дата смерті | дата загибелі | تاريخ الوفاة',
  ],
  [
    'heldAt',
    'held at | place held | place of detention | place of internment | detention place | camp | prison | facility | location | lieu de detention | lieu d internement | место содержания | место удержания | лагерь | колония | сизо | місце утримання | місце тримання | табір | مكان الاحتجاز | مكان الاعتقال | المعسكر | السجن | مكان التوقيف',
  ],
  [
    'address',
    'address | home address | address 1 | address 2 | street | street address | street number | suburb | residence | domicile | adresse | state | province | region | district | адрес | адрес проживания | место жительства | адреса | місце проживання | область | район | العنوان | محل الاقامة | مكان السكن | السكن | المحافظة',
  ],
  [
    'postcode',
    'postcode | post code | postal code | zip | zip code | postcode fake | code postal | индекс | почтовый индекс | індекс | поштовий індекс | الرمز البريدي',
  ],
  [
    'contact',
    'contact | phone | telephone | tel | mobile | email | e mail | mail | courriel | телефон | почта | электронная почта | эл почта | пошта | الهاتف | رقم الهاتف | الجوال | البريد الالكتروني',
  ],
  [
    'nationality',
    'nationality | citizenship | nationalite | citoyennete | гражданство | национальность | громадянство | національність | الجنسية',
  ],
  ['occupation', 'occupation | profession | job | metier | профессия | род занятий | професія | المهنة'],
  [
    'maritalStatus',
    'marital status | civil status | etat civil | situation de famille | семейное положение | сімейний стан | الحالة الاجتماعية | الحالة الزوجية',
  ],
  ['ethnicity', 'ethnicity | ethnic group | race | ethnie | этническая принадлежность | العرق'],
  [
    'remarks',
    'remarks | remark | notes | note | comment | comments | circumstances | other information | observations | remarques | commentaire | примечание | примечания | комментарий | обстоятельства | прочее | примітка | примітки | обставини | ملاحظات | ملاحظة | الملاحظات | الظروف',
  ],
]

/** Words inside a longer heading that say what it is about, tried in this order. */
const patterns: [RegExp, Field][] = [
  [/birth.*year|year.*birth|год рожд|рік нар|سنة (?:ال)?(?:ميلاد|ولادة)/u, 'bornYear'],
  [
    /(?:birth|born).*(?:place|city|town|country|village)|place of birth|lieu de naissance|мест\S* рожд|місце нар|(?:مكان|محل) (?:ال)?(?:ميلاد|ولادة)/u,
    'place',
  ],
  [/birth|\bborn\b|\bdob\b|naissance|рожден|народж|ميلاد|ولادة/u, 'born'],
  [/grand ?father|grand pere|имя дед|ім я дід|الجد/u, 'grandfather'],
  [/mother|\bmere\b|матери|матер|(?:اسم|الـ?)? ?(?:الام|الوالدة)/u, 'mother'],
  [/father|\bpere\b|отца|батька|الاب|الوالد/u, 'father'],
  [/patronym|отчеств|по батьков/u, 'patronymic'],
  [/(?:family|sur|last) ?name|фамил|прізвищ|اللقب|العائلة/u, 'family'],
  [/(?:first|given|fore) ?name|prenom/u, 'given'],
  [/captur|taken prisoner|arrest|плен|полон|задерж|затрим|اسر|اعتقال|القبض/u, 'captured'],
  [/releas|liberation|освобожд|звільн|افراج/u, 'released'],
  [/death|deces|смерт|гибел|загибел|وفاة/u, 'died'],
  [/passport|identity card|паспорт|جواز|الهوية/u, 'document'],
  [/(?:service|army|military|prisoner) (?:no|number)|личн\S* номер|особ\S* номер|الرقم العسكري/u, 'number'],
  [/full name|nom complet|\bname\b|фио|піб|الاسم/u, 'name'],
  [/rank|звани|званн|رتبة/u, 'rank'],
  [/detention|camp|prison|internment|содержан|утриман|احتجاز|سجن/u, 'heldAt'],
  [/address|adresse|адрес|عنوان/u, 'address'],
  [/remark|comment|note|примеч|приміт|ملاحظ/u, 'remarks'],
]

const exact = new Map<string, Field>()
for (const [field, list] of words) for (const word of list.split(' | ')) exact.set(plainHeading(word), field)

/** A heading without case, marks, punctuation and joined words: `birthDate`, `Birth_date` and `BIRTH DATE:` are one. */
export function plainHeading(heading: string): string {
  return heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Arabic}])\p{M}+|\u0640/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/№/gu, 'no')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The field a heading speaks of, and how surely: 3 when the whole heading is known, 2 when a known word is in it.
 * A heading in two languages (`Name / Фамилия`) is read part by part.
 */
export function fieldOfHeading(heading: string): { field: Field; confidence: 2 | 3 } | undefined {
  const plain = plainHeading(heading)
  const known = exact.get(plain)
  if (known) return { field: known, confidence: 3 }
  if (plain === '') return undefined
  for (const part of heading.split(/[/|\\\n(),;:]+/u)) {
    const found = exact.get(plainHeading(part))
    if (found) return { field: found, confidence: 2 }
  }
  for (const [pattern, field] of patterns) if (pattern.test(plain)) return { field, confidence: 2 }
  return undefined
}

/** Calendars people's dates are written in; the source's calendar is kept beside the Gregorian reading. */
export type Calendar = 'gregorian' | 'solar-hijri' | 'hijri'

/** Month names by calendar, January (or the calendar's first month) first; spellings separated by spaces or bars. */
const gregorian: string[] = [
  'january jan janvier janv января январь янв січня січень січ يناير جانفي|كانون الثاني|كانون ثاني',
  'february feb février fevrier févr fevr февраля февраль фев февр лютого лютий лют فبراير فيفري شباط',
  'march mar mars марта март мар березня березень бер مارس آذار اذار',
  'april apr avril avr апреля апрель апр квітня квітень квіт кві أبريل ابريل إبريل أفريل افريل نيسان',
  'may mai мая май травня травень трав тра مايو ماي أيار ايار',
  'june jun juin июня июнь июн червня червень черв чер يونيو يونيه جوان حزيران',
  'july jul juillet juil июля июль июл липня липень лип يوليو يوليه جويلية تموز',
  'august aug août aout августа август авг серпня серпень серп сер أغسطس اغسطس أوت اوت آب اب',
  'september sep sept septembre сентября сентябрь сен сент вересня вересень вер سبتمبر أيلول ايلول',
  'october oct octobre октября октябрь окт жовтня жовтень жовт жов أكتوبر اكتوبر|تشرين الأول|تشرين الاول|تشرين أول|تشرين اول',
  'november nov novembre ноября ноябрь ноя нояб листопада листопад лист лис نوفمبر|تشرين الثاني|تشرين ثاني',
  'december dec décembre decembre déc декабря декабрь дек грудня грудень груд гру ديسمبر|كانون الأول|كانون الاول|كانون أول|كانون اول',
]
const solarHijri: string[] = [
  'فروردین فروردين farvardin حمل hamal',
  'اردیبهشت ارديبهشت ordibehesht ثور sawr',
  'خرداد khordad جوزا jawza',
  'تیر تير tir سرطان saratan',
  'مرداد امرداد mordad اسد asad',
  'شهریور شهريور shahrivar سنبله سنبلة sunbula',
  'مهر mehr میزان ميزان mizan',
  'آبان ابان aban عقرب aqrab',
  'آذرماه azar قوس qaws',
  'دی دي dey جدی جدي jadi',
  'بهمن bahman دلو dalw',
  'اسفند esfand حوت hut',
]
const hijri: string[] = [
  'محرم|محرّم|muharram',
  'صفر|safar',
  'ربيع الأول|ربيع الاول|ربيع أول|rabi al-awwal|rabi i',
  'ربيع الثاني|ربيع الآخر|ربيع الاخر|rabi al-thani|rabi ii',
  'جمادى الأولى|جمادى الاولى|جمادي الاولى|جمادى الأول|jumada al-ula|jumada i',
  'جمادى الآخرة|جمادى الاخرة|جمادى الثانية|jumada al-akhira|jumada ii',
  'رجب|rajab',
  'شعبان|shaban|shaaban',
  'رمضان|ramadan|ramadhan',
  'شوال|shawwal',
  'ذو القعدة|ذي القعدة|ذوالقعدة|dhu al-qadah',
  'ذو الحجة|ذي الحجة|ذوالحجة|dhu al-hijjah',
]

type Month = { month: number; calendar: Calendar }
const months = new Map<string, Month>()
function fill(calendar: Calendar, names: string[], between: RegExp): void {
  names.forEach((line, index) => {
    for (const name of line.split(between)) months.set(name, { month: index + 1, calendar })
  })
}
for (const [index, line] of gregorian.entries()) {
  const [single, ...many] = line.split('|')
  for (const name of [...single!.split(' '), ...many]) months.set(name, { month: index + 1, calendar: 'gregorian' })
}
fill('solar-hijri', solarHijri, / /u)
fill('hijri', hijri, /\|/u)
const longest = [...months.keys()]
  .filter((name) => name.includes(' ') || name.includes('-'))
  .sort((a, b) => b.length - a.length)

/** The month a small-letter text names, with the calendar that has such a month; looks for the longest name first. */
export function monthIn(text: string): (Month & { name: string }) | undefined {
  for (const name of longest) if (text.includes(name)) return { ...months.get(name)!, name }
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
    const found = months.get(word)
    if (found) return { ...found, name: word }
  }
  return undefined
}

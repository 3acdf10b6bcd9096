type Born = { readonly edtf: string; readonly other: string | null; readonly calendar: string } | null

const childYears = 18

/** Whether somebody is possibly under 18 on this day: any reading of what is known counts (domain/05 4b). */
export function possiblyChild(
  known: { readonly minor: boolean | null; readonly age: number | null; readonly born: Born },
  today: string,
): boolean {
  if (known.minor === true || (known.age !== null && known.age < childYears)) return true
  if (!known.born) return false
  const { edtf, other, calendar } = known.born
  const thisYear = Number(today.slice(0, 4))
  const born = (text: string) => text.endsWith('/..') || latestYear(text, calendar) > thisYear - childYears - 1
  return born(edtf) || (other !== null && born(other))
}

/** The latest year a partial date allows, in the Gregorian calendar (the year in which theirs ends); 1990~ may be 1991. */
function latestYear(edtf: string, calendar: string): number {
  const years = edtf.match(/\d{4}/g) ?? []
  const latest = Math.max(...years.map(Number)) + (edtf.endsWith('~') ? 1 : 0)
  if (calendar === 'solar_hijri') return latest + 622
  return calendar === 'hijri' ? Math.floor(latest * 0.970229 + 622.541) : latest
}

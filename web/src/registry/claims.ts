import type { NameForm, RecordNumbered } from '@solferino/server/registry/contract'
import type { z } from 'zod'

export type RecordRead = z.infer<typeof RecordNumbered>
export type Name = z.infer<typeof NameForm>
export const nameParts = ['given', 'patronymic', 'father', 'grandfather', 'family'] as const

/** A name as it was written: whole where it was, else its parts in their order. */
export function writtenName(form: Name | undefined | null): string {
  if (!form) return ''
  return form.whole ?? nameParts.flatMap((part) => form[part] ?? []).join(' ')
}

/** Whether what a record says was said by a person rather than written in a list or paper. */
export function isSaying(record: RecordRead | undefined): boolean {
  return record?.content.source.kind === 'person'
}

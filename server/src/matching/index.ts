import type { Context } from '#kernel/handler'
export async function asLikely(
  _c: Context,
  _a: { pair: string; request: string; record: string; apart: readonly string[] },
): Promise<{ records: number; requests: number }> {
  return { records: 0, requests: 0 }
}

import type { Reply } from '@solferino/server/kernel/client'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { ask, type AskedOf, type CodeOf, type Operation, type OutputOf, Trouble } from '#kernel/client.ts'
import { useConnection } from '#kernel/connection.tsx'

/** What a query has come to: its last output, which stays while it is asked again, or why there is none. */
export type Answer<Output> = {
  readonly output: Output | undefined
  readonly trouble: Trouble | null
  readonly isFresh: boolean
  readonly again: () => void
}

type AnswerOptions = { readonly enabled?: boolean; readonly everyMs?: number | false }

/** Asks a query; kept by operation name and input. */
export function useAnswer<Contract extends Operation>(
  contract: Contract,
  asked: AskedOf<Contract>,
  { enabled = true, everyMs = false }: AnswerOptions = {},
): Answer<OutputOf<Contract>> {
  const { seen } = useConnection()
  const query = useQuery({
    queryKey: [contract.name, asked],
    enabled,
    refetchInterval: everyMs,
    placeholderData: keepPreviousData,
    queryFn: () => outputOf(ask(contract, asked, seen)),
  })
  return {
    output: query.data,
    trouble: query.error instanceof Trouble ? query.error : null,
    isFresh: !query.isPlaceholderData && !query.isFetching,
    again: () => void query.refetch(),
  }
}

export type Pages<Item> = Answer<readonly Item[]> & { readonly hasMore: boolean; readonly more: () => void }

/** Asks a list page by page, by its sealed cursor. */
export function usePages<Contract extends Operation, Item>(
  contract: Contract,
  asked: AskedOf<Contract>,
  read: (output: OutputOf<Contract>) => { items: readonly Item[]; next: string | null },
): Pages<Item> {
  const { seen } = useConnection()
  const query = useInfiniteQuery({
    queryKey: [contract.name, asked, 'pages'],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => {
      const page = pageParam === null ? asked : { ...(asked as object), cursor: pageParam }
      return outputOf(ask(contract, page as AskedOf<Contract>, seen))
    },
    getNextPageParam: (last: OutputOf<Contract>) => read(last).next,
  })
  return {
    output: query.data?.pages.flatMap((page) => read(page).items),
    trouble: query.error instanceof Trouble ? query.error : null,
    isFresh: !query.isPlaceholderData && !query.isFetching,
    again: () => void query.refetch(),
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
  }
}

async function outputOf<Contract extends Operation>(asked: Promise<Reply<Contract>>): Promise<OutputOf<Contract>> {
  const reply = await asked
  if (reply.ok) return reply.output
  // What is asked stands in the address: one that was mistyped leads to nothing, as any that leads nowhere.
  throw new Trouble(reply.code === 'invalid' ? 'not_found' : reply.code, reply.reference)
}

export type Running<Contract extends Operation> = {
  readonly run: (asked: AskedOf<Contract>, upload?: RequestInit['body']) => Promise<Reply<Contract>>
  readonly isPending: boolean
  /** The last refusal or trouble, until it is tried again. */
  readonly trouble: Trouble | null
  readonly code: CodeOf<Contract> | null
  readonly issues: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  readonly clear: () => void
}

/** Runs a command. When it is done, what is shown of its own room and of the worklist is asked again. */
export function useOperation<Contract extends Operation>(contract: Contract): Running<Contract> {
  const { seen } = useConnection()
  const queries = useQueryClient()
  const [isPending, setPending] = useState(false)
  const [failed, setFailed] = useState<Extract<Reply<Contract>, { ok: false }> | null>(null)
  const run = useCallback(
    async (asked: AskedOf<Contract>, upload?: RequestInit['body']) => {
      setPending(true)
      const reply = await ask(contract, asked, seen, upload)
      setPending(false)
      setFailed(reply.ok ? null : reply)
      if (reply.ok) await refresh(queries, contract.name)
      return reply
    },
    [contract, seen, queries],
  )
  return {
    run,
    isPending,
    trouble: failed && new Trouble(failed.code, failed.reference),
    code: failed?.code ?? null,
    issues: failed?.issues ?? [],
    clear: useCallback(() => setFailed(null), []),
  }
}

function refresh(queries: ReturnType<typeof useQueryClient>, operation: string): Promise<void> {
  const slices = new Set([operation.split('.')[0], 'kernel'])
  return queries.invalidateQueries({ predicate: ({ queryKey }) => slices.has(String(queryKey[0]).split('.')[0]) })
}

/** One running process of the house. It holds nothing itself; `nodeState` hangs memory on it. */
export type Node = { readonly name: string }

/** Memory of one process, such as an index: made at first use, one for each house (no global state, so tests stay apart). */
export function nodeState<State>(create: () => State): (context: { readonly node: Node }) => State {
  const states = new WeakMap<Node, State>()
  return ({ node }) => {
    const known = states.get(node)
    if (known !== undefined) return known
    const made = create()
    states.set(node, made)
    return made
  }
}

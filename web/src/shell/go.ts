/** G, then the first letter of a room by its English path: W worklist, T tracing, M matching, R registry, I intake, D dialogue. */
export function goLetter(path: string): string {
  return path === '/' ? 'W' : (path[1] ?? '').toLocaleUpperCase('en')
}

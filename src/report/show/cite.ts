/** The clauses that a sentence rests on, each once: `[3.2; 4]`. */
export function cite(...clauses: readonly string[]): string {
  const named = [...new Set(clauses)].filter((clause) => clause !== '');
  return named.length === 0 ? '' : `[${named.join('; ')}]`;
}

/** Remembers on which line something was first: null the first time, that line afterwards. */
export function rememberLines(): (line: number, ...what: readonly (string | number)[]) => number | null {
  const lines = new Map<string, number>();
  return (line, ...what) => {
    // No cell can hold a line break, so nothing else makes the same key.
    const key = what.join('\n');
    const first = lines.get(key);
    if (first === undefined) lines.set(key, line);
    return first ?? null;
  };
}

/** Lines of two columns: names, which are given so much room at the least, and what is said of each. */
export function inTwo(lines: readonly (readonly [string, string])[], least = 10): string {
  const width = Math.max(least, ...lines.map(([name]) => name.length));
  return lines.map(([name, said]) => `  ${name.padEnd(width)}  ${said}\n`).join('');
}

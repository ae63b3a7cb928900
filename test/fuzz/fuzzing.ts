/** How often a property is tried: as often as `npm run fuzz` was told to, by chance; else a few times, and always the same. */
export function fuzzing(few: number): { readonly numRuns: number; readonly seed?: number } {
  const runs = Number(process.env.FUZZ_RUNS ?? 0);
  return runs > 0 ? { numRuns: runs } : { numRuns: few, seed: 20260801 };
}

import { nearest } from './nearest.ts';

/** The fix for a name that is not known: the near one, or all there are. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known.slice(0, 1000));
  if (near !== null) return `did you mean ${JSON.stringify(near)}?`;
  return known.length === 0 ? 'take the name out' : `write one of: ${known.slice(0, 20).join(', ')}`;
}

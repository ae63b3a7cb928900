import { visible } from '../domain/words/visible.ts';

/** What no shell takes apart. */
const bare = /^[\w./:@%+=,-]+$/;

/** A path or a name as it is typed in a command that is there to be copied: with quotation marks where a shell would take it apart. */
export function shellQuoted(text: string): string {
  const seen = visible(text);
  if (bare.test(seen)) return seen;
  // Between double ones, which every shell knows, a few signs keep a meaning of their own, and so does a backslash at the end.
  if (/["$`!]/.test(seen)) return `'${seen.replaceAll("'", "'\\''")}'`;
  return `"${seen.replace(/\\+$/, '$&$&')}"`;
}

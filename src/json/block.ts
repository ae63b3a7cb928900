import * as z from 'zod';

// One such file is read in a run: to have code made for each block takes longer than to read it without. What stands in a file is a tree,
// and not to look for circles in it saves more than half of the reading.
z.config({ jitless: true, memoizer: undefined });

/**
 * A block { … } with these keys and no others, and what it is for. Told of an unknown key, zod's own issue names it; its message names
 * the known ones.
 */
export function block<Shape extends z.core.$ZodLooseShape>(shape: Shape, says?: string) {
  const keys = z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });
  // `describe` would make a second block, and there are many.
  return says === undefined ? keys : keys.register(z.globalRegistry, { description: says });
}

/** The most entries of one list: ten times what any paper needs, and few enough for every check to be quick. */
const mostEntries = 1000;

/** A list with something in it; `least` says what. */
export function someOf<Entry extends z.core.SomeType>(entry: Entry, least: string) {
  return entriesOf(entry).min(1, { error: least });
}

/** A list that may be left out where there is nothing to put in it. */
export function listOf<Entry extends z.core.SomeType>(entry: Entry) {
  return entriesOf(entry).default([]);
}

/** A list that may be empty. */
export function entriesOf<Entry extends z.core.SomeType>(entry: Entry) {
  return z.array(entry).max(mostEntries, { error: `at most ${mostEntries} entries` });
}

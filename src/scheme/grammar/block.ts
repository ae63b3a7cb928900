import { z } from 'zod';

/** A block { … } with these keys and no others. Told of an unknown key, zod's own issue names it; its message names the known ones. */
export function block<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });
}

/** A list that may be left out where there is nothing to put in it. */
export function listOf<Entry extends z.core.SomeType>(entry: Entry) {
  return z.array(entry).default([]);
}

import type { Component } from './written.ts';

/** Whether a component is paid as its events or figures come in, and not by a schedule. */
export function isTallied({ value }: Component): boolean {
  return value.kind === 'per-event' || talliesIn(value);
}

/** Whether anything in it is counted to date. */
export function talliesIn(tree: object): boolean {
  const kind: unknown = Reflect.get(tree, 'kind');
  const at: unknown = Reflect.get(tree, 'at');
  if ((kind === 'events' || kind === 'claimed') && at === undefined) return true;
  if (kind === 'measure' && at === 'to-date') return true;
  return Object.entries(tree).some(
    ([key, part]) => key !== 'atMost' && typeof part === 'object' && part !== null && talliesIn(part),
  );
}

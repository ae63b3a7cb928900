import { reservedKeys } from './document.ts';
import { deepest } from './syntax.ts';

/**
 * The value of a JSON text that nothing is to be told of; undefined where it must be read with care. JSON.parse takes
 * far less time than a parser that knows places, but lets keys pass that are reserved or written twice, and any depth.
 */
export function faultlessValue(text: string): unknown {
  const value = strictValue(text);
  return value !== undefined && keysHeld(value, 0) === keysWritten(text) ? value : undefined;
}

function strictValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How many keys a strict text writes: they are the strings before a colon. */
function keysWritten(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon !== undefined) keys += 1;
  return keys;
}

/**
 * How many keys the blocks in a value hold: fewer than were written where one is written twice or reserved, and not a
 * number where they nest too deep.
 */
function keysHeld(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === deepest) return Number.NaN;
  if (Array.isArray(value)) return value.reduce<number>((keys, entry) => keys + keysHeld(entry, depth + 1), 0);
  let keys = 0;
  for (const [key, held] of Object.entries(value)) {
    if (!reservedKeys.has(key)) keys += 1;
    keys += keysHeld(held, depth + 1);
  }
  return keys;
}

import { readdirSync, readFileSync } from 'node:fs';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** A scheme that comes with the program, as `schemes` lists it. */
export interface BuiltinScheme {
  readonly id: string;
  readonly title: string;
  readonly commissioner: string;
  readonly status: Scheme['status'];
  readonly start: string;
  readonly end: string;
}

/** The ids of the schemes that come with the program, in order: each is the name of its file. */
export function builtinIds(folder: URL): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
  return files.map((name) => name.slice(0, -'.json'.length)).sort();
}

/** The file of a scheme that comes with the program. */
export function builtinFile(folder: URL, id: string): URL {
  return new URL(`${id}.json`, folder);
}

/** The schemes that come with the program. They were proved when it was built, so their first lines are read lightly. */
export function builtinSchemes(folder: URL): BuiltinScheme[] {
  return builtinIds(folder).map((id) => summaryOf(JSON.parse(readFileSync(builtinFile(folder, id), 'utf8'))));
}

function summaryOf(written: BuiltinScheme & { readonly term: { readonly start: string; readonly end: string } }) {
  const { id, title, commissioner, status, term } = written;
  return { id, title, commissioner, status, start: term.start, end: term.end };
}

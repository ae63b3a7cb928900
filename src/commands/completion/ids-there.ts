import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { csvRows } from '../../data/csv/csv-rows.ts';
import { formatDay, parseDay, sayDay } from '../../domain/day.ts';
import { isObject, isTextList, parsedJson } from '../../record/files/plain-json.ts';
import { ledgerName } from '../../record/ledger/names.ts';
import { builtinFile, builtinIds, builtinSchemes } from '../../run/given/builtin-schemes.ts';
import { countPeriods } from '../../scheme/count-periods.ts';
import type { GivenWords } from './asked-word.ts';
import type { Offer } from './offers.ts';

// The ids in files that are named on a line that is not finished. They are read lightly and judged by nobody: what cannot be read offers
// nothing, and is told when the command is given.

/** The schemes that come with the program. */
export function schemesThere(folder: URL): Offer[] {
  return builtinSchemes(folder).map(({ id, title }) => ({ word: id, says: title }));
}

/** The periods of the scheme that is named. */
export function periodsOf(given: GivenWords, schemes: URL): Offer[] {
  const { periods, term } = schemeNamed(given, schemes);
  if (Array.isArray(periods)) return periods.filter(isObject).map(({ id, title }) => offerOf(id, title));
  if (!isObject(periods) || !isObject(term) || (periods.every !== 'month' && periods.every !== 'quarter')) return [];
  const [start, end] = [parseDay(String(term.start)), parseDay(String(term.end))];
  if (start === null || end === null) return [];
  const counted = countPeriods({ every: periods.every, clause: '' }, { start, end });
  return counted.map(({ id, start, end }) => ({ word: id, says: `${sayDay(start)} to ${formatDay(end)}` }));
}

/** The components of the scheme of the run, or of the scheme, that is named. */
export function componentsOf(given: GivenWords, schemes: URL): Offer[] {
  return componentOffers(schemeNamed(given, schemes).components);
}

/** Components may stand in groups, which have no id. */
function componentOffers(components: unknown): Offer[] {
  if (!Array.isArray(components)) return [];
  return components
    .filter(isObject)
    .flatMap(({ id, title, components }) =>
      components === undefined ? offerOf(id, title) : componentOffers(components),
    );
}

/** The practices of the run that is named; else of the data folder; else those that the ledger has paid. */
export function practicesOf(given: GivenWords): Offer[] {
  const run = given.get('run');
  if (run !== undefined) return practicesIn(join(run, 'statements.csv'));
  const data = given.get('--data');
  if (data !== undefined) return practicesIn(join(data, 'practices.csv'));
  return practicesPosted(given.get('dir') ?? given.get('--ledger'));
}

/** The postings of the ledger that is named, by their serials. */
export function postingsOf(given: GivenWords): Offer[] {
  const ledger = given.get('--ledger');
  return ledger === undefined
    ? []
    : postings(ledger).map(({ serial, name }) => ({
        word: String(serial),
        says: String(recordAt(ledger, name).scheme),
      }));
}

/** The JSON of the scheme that a line names, by a run folder or by itself; an empty object where there is none. */
function schemeNamed(given: GivenWords, schemes: URL): Readonly<Record<string, unknown>> {
  const run = given.get('run');
  const scheme = given.get('scheme') ?? given.get('--scheme') ?? '';
  const isBuiltin = run === undefined && builtinIds(schemes).includes(scheme);
  const text = isBuiltin
    ? readFileSync(builtinFile(schemes, scheme), 'utf8')
    : textAt(run === undefined ? scheme : join(run, 'inputs', 'scheme.json'));
  const value = parsedJson(text);
  return isObject(value) ? value : {};
}

function practicesIn(table: string): Offer[] {
  // As a spreadsheet may have written it: a mark at its start, and any line end.
  const text = textAt(table)
    .replace(/^\ufeff/, '')
    .replaceAll(/\r?\n/g, '\r\n');
  const found = new Map<string, Offer>();
  for (const { cells, columns } of csvRows([Buffer.from(text)])) {
    const cell = (name: string) => cells[columns.get(name) ?? -1] ?? '';
    const code = cell('practice_code').trim();
    if (!found.has(code)) found.set(code, { word: code, says: cell('practice_name') });
  }
  return [...found.values()];
}

/** The practices of the newest posting. */
function practicesPosted(ledger: string | undefined): Offer[] {
  const newest = ledger === undefined ? undefined : postings(ledger).at(-1);
  if (ledger === undefined || newest === undefined) return [];
  const { lines } = recordAt(ledger, newest.name);
  const codes = isTextList(lines) ? lines.map((line) => line.split(',')[0] ?? '') : [];
  return [...new Set(codes)].map((word) => ({ word, says: '' }));
}

function postings(ledger: string): { readonly serial: number; readonly name: string }[] {
  const names = namesIn(ledger).filter((name) => /^\d{6}-[0-9a-f]{12}\.json$/.test(name));
  return names.flatMap((name) => {
    const read = ledgerName(name);
    return read.kind === 'record' ? [read] : [];
  });
}

function recordAt(ledger: string, name: string): Readonly<Record<string, unknown>> {
  const value = parsedJson(textAt(join(ledger, name)));
  return isObject(value) ? value : {};
}

function offerOf(id: unknown, title: unknown): Offer {
  return { word: typeof id === 'string' ? id : '', says: typeof title === 'string' ? title : '' };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(atHome(folder)).sort();
  } catch {
    return [];
  }
}

/** More than this nobody waits for. */
const mostBytes = 8 * 1024 * 1024;

/** The text of a file; nothing where there is none, or where it is no plain file of a size that is soon read. */
function textAt(path: string): string {
  try {
    const at = atHome(path);
    const found = statSync(at);
    return found.isFile() && found.size <= mostBytes ? readFileSync(at, 'utf8') : '';
  } catch {
    return '';
  }
}

/** A path that the shell has not expanded yet. */
function atHome(path: string): string {
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
}

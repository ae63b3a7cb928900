import { codes } from '../../../src/domain/findings/codes.ts';

// What a text says that a reader of data needs too: sums, dates, numbers, codes, ids and names of files, each as a word of one form.

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const longDay = new RegExp(`\\b(\\d{1,2}) (${months}) (\\d{4})\\b`, 'g');
const moment = /(?<![\w-])(\d{4}-\d\d-\d\d)T[\d:.]+Z/g;
const path = /(?:[^\s"“'(),;:<>]*\/)+[^\s"”'(),;:<>]*[^\s"”'(),;:.<>]/g;
const file = /(?<![\w.-])[\w-]+\.(?:csv|json|html|pdf|xlsx|ics|txt)\b/g;
const day = /(?<![\w.-])\d{4}-\d\d-\d\d(?![\w-])/g;
const word = /(?<![\w.-])[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*(?!\w)/g;
const number = /(?<![\w.,/])(?<!\w-)£?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: ?%|p\b)?(?!\w|[-/]\w)/g;

/** What a text says. Of the words that look like ids those in `ids` are some. */
function saidIn(text: string, ids: ReadonlySet<string>): Set<string> {
  const said = new Set<string>();
  let rest = text.replaceAll(/\s+/g, ' ');
  const take = (pattern: RegExp, say: (...parts: string[]) => string) => {
    rest = rest.replaceAll(pattern, (...parts: string[]) => {
      said.add(say(...parts));
      return ' ';
    });
  };
  take(longDay, (_all, date = '', month = '', year = '') => {
    return `${year}-${String(months.split('|').indexOf(month) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`;
  });
  take(moment, (_all, date = '') => date);
  take(path, (all) => all);
  take(file, (all) => all);
  take(day, (all) => all);
  for (const [all] of rest.matchAll(word)) if (isCode(all, ids)) said.add(all);
  for (const [all] of rest.matchAll(number)) said.add(shortest(all));
  return said;
}

/** A code, an id or a hash, and no word of English. */
function isCode(text: string, ids: ReadonlySet<string>): boolean {
  return /[-_]/.test(text)
    ? ids.has(text) || text in codes || /[A-Z]\d/.test(text)
    : /\d/.test(text) && /[A-Za-z]/.test(text);
}

/** A number as the shortest decimal: £1,200.50 and 1200.5 are one. A per cent keeps its sign, as 40% may be told as 40 or as 0.4. */
function shortest(text: string): string {
  const [whole = '', decimals = ''] = text.replaceAll(/[£, %p]/g, '').split('.');
  return `${decimal(whole, decimals)}${/[%p]$/.test(text) ? '%' : ''}`;
}

function hundredth(percent: string): string {
  const [whole = '', decimals = ''] = percent.slice(0, -1).split('.');
  const digits = whole.padStart(3, '0');
  return decimal(digits.slice(0, -2), digits.slice(-2) + decimals);
}

function decimal(whole: string, decimals: string): string {
  const fraction = decimals.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Every text, number and key of a document. */
export function leavesOf(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(leavesOf);
  if (typeof data === 'object' && data !== null) {
    return Object.entries(data).flatMap(([key, value]) => [key, ...leavesOf(value)]);
  }
  return typeof data === 'string' || typeof data === 'number' ? [String(data)] : [];
}

/** What of a text is not in the data. */
export function unsaid(text: string, data: readonly string[], ids: ReadonlySet<string>): string[] {
  const there = new Set([...data, ...saidIn(data.join('\n'), ids)]);
  // An exact share is told as about so many per cent.
  for (const leaf of there) {
    const [, over, under] = /^(\d+)\/(\d+)$/.exec(leaf) ?? [];
    if (over !== undefined && under !== undefined)
      there.add(decimal('0', (Number(over) / Number(under)).toFixed(4).slice(2)));
  }
  return [...saidIn(text, ids)].filter((each) => !isThere(each, there));
}

function isThere(said: string, there: ReadonlySet<string>): boolean {
  if (there.has(said)) return true;
  if (said.endsWith('%') && (there.has(hundredth(said)) || there.has(said.slice(0, -1)))) return true;
  // A run is told by the beginning of its id.
  if (/^[0-9a-f]{12}$/.test(said)) return [...there].some((each) => each.length === 64 && each.startsWith(said));
  // A file in a folder is the folder and the file.
  const cut = said.lastIndexOf('/');
  return cut > 0 && isThere(said.slice(0, cut), there) && isThere(said.slice(cut + 1), there);
}

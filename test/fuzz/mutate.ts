import fc from 'fast-check';

/** The files of a data folder. */
export type Folder = ReadonlyMap<string, Buffer>;

/** One change to a folder: which way, and where. The numbers are taken modulo what there is. */
export interface Step {
  readonly way: keyof typeof ways;
  readonly file: number;
  readonly at: number;
  readonly to: number;
  readonly size: number;
}

/** What people, spreadsheets and attackers put where something else belongs. */
const nasty = [
  ...['', ' ', '"', '""', "'", ',', '\0', '\t', '\r', '\u00a0', '\u200b', '\u202e', '\ufeff', 'é', '٣'],
  ...['0', '-0', '-1', '1', '3.5', '12.345', '1e5', '1E+05', '£1', '1,234', '(12.00)', '9'.repeat(30), '0.01', '-0.01'],
  ...[
    '75',
    '75%',
    '0%',
    '100%',
    '1/3',
    '0/0',
    '1/0',
    'NaN',
    'null',
    'undefined',
    '#N/A',
    '=1+1',
    '__proto__',
    'constructor',
  ],
  ...['01/04/2017', '2017-02-30', '2016-02-29', '1900-01-01', '2199-12-31', '2015-10-01', '2017-08-01', '2019-10-01'],
  ...[
    'Z10001',
    'z10001',
    'ZI0001',
    'Z1000',
    'proportion',
    'accept-late',
    'recover',
    'waive-recovery',
    'sep=;',
    'Q1',
    'first',
  ],
];

type Way = (bytes: Buffer, step: Step, other: Buffer) => Buffer;

/** Ways of spoiling a file: by its bytes, its lines and its cells. */
const ways = {
  'flip a bit': (bytes, { at, size }) => {
    const copy = Buffer.from(bytes);
    const place = at % (bytes.length || 1);
    copy[place] = (copy[place] ?? 0) ^ (1 << (size % 8));
    return copy;
  },
  'delete bytes': (bytes, { at, size }) => cut(bytes, at % (bytes.length + 1), 1 + (size % 30), Buffer.alloc(0)),
  'insert a byte': (bytes, { at, size }) => cut(bytes, at % (bytes.length + 1), 0, Buffer.from([size % 256])),
  'insert a text': (bytes, { at, size }) => cut(bytes, at % (bytes.length + 1), 0, nastyText(size)),
  'repeat bytes': (bytes, { at, to, size }) =>
    cut(bytes, to % (bytes.length + 1), 0, slice(bytes, at, 1 + (size % 200))),
  'splice in another file': (bytes, { at, to, size }, other) =>
    cut(bytes, to % (bytes.length + 1), 0, slice(other, at, 1 + (size % 400))),
  'cut off the end': (bytes, { at }) => bytes.subarray(0, at % (bytes.length + 1)),
  'take another file': (_bytes, _step, other) => other,
  'delete a line': onLines((lines, at) => lines.filter((_, index) => index !== at)),
  'repeat a line': onLines((lines, at, to) => lines.toSpliced(to, 0, lines[at] ?? '')),
  'swap lines': onLines((lines, at, to) => lines.with(at, lines[to] ?? '').with(to, lines[at] ?? '')),
  'break a line': onLines((lines, at, _, size) => {
    const line = lines[at] ?? '';
    return lines.toSpliced(at, 1, line.slice(0, size % (line.length + 1)), line.slice(size % (line.length + 1)));
  }),
  'change a cell': onCells((rows, at, _, size) => put(rows, at, nasty[size % nasty.length] ?? '')),
  'copy a cell of the column': onCells((rows, at, to) => put(rows, at, rows[to.row]?.[at.cell] ?? '')),
  'copy any cell': onCells((rows, at, to) => put(rows, at, rows[to.row]?.[to.cell] ?? '')),
  'swap cells of a row': onCells((rows, at, to) => {
    const row = rows[at.row] ?? [];
    const cell = to.cell % (row.length || 1);
    return put(put(rows, at, row[cell] ?? ''), { row: at.row, cell }, row[at.cell] ?? '');
  }),
  'delete a column': onCells((rows, at) => rows.map((row) => row.filter((_, index) => index !== at.cell))),
} satisfies Record<string, Way>;

/** One to three changes. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    way: fc.constantFrom(...namesOf(ways)),
    file: fc.nat(7),
    at: fc.nat(100_000),
    to: fc.nat(100_000),
    size: fc.nat(1_000),
  }),
  { minLength: 1, maxLength: 3 },
);

/** The folder with the changes made. */
export function mutated(folder: Folder, changes: readonly Step[]): Folder {
  const spoilt = new Map(folder);
  const names = [...folder.keys()];
  for (const step of changes) {
    const name = names[step.file % names.length] ?? '';
    const other = names[(step.file + 1 + step.to) % names.length] ?? '';
    spoilt.set(name, changed(spoilt.get(name) ?? Buffer.alloc(0), step, spoilt.get(other) ?? Buffer.alloc(0)));
  }
  return spoilt;
}

/** One file with one change made. */
export function changed(bytes: Buffer, step: Step, other: Buffer): Buffer {
  return Buffer.from(ways[step.way](bytes, step, other));
}

function namesOf(table: typeof ways): (keyof typeof ways)[] {
  return Object.keys(table).filter((name): name is keyof typeof ways => name in table);
}

function cut(bytes: Buffer, at: number, remove: number, put: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + remove)]);
}

function slice(bytes: Buffer, at: number, length: number): Buffer {
  const from = at % (bytes.length + 1);
  return bytes.subarray(from, from + length);
}

function nastyText(size: number): Buffer {
  return Buffer.from(nasty[size % nasty.length] ?? '', 'utf8');
}

function onLines(change: (lines: string[], at: number, to: number, size: number) => string[]): Way {
  return (bytes, { at, to, size }) => {
    const lines = bytes.toString('latin1').split('\n');
    return Buffer.from(change(lines, at % lines.length, to % lines.length, size).join('\n'), 'latin1');
  };
}

interface Spot {
  readonly row: number;
  readonly cell: number;
}

/** Cells are cut at their commas, quoted or not: as good a way of spoiling them as any. */
function onCells(change: (rows: string[][], at: Spot, to: Spot, size: number) => string[][]): Way {
  return (bytes, { at, to, size }) => {
    const rows = bytes
      .toString('utf8')
      .split('\n')
      .map((line) => line.split(','));
    const spot = (number: number): Spot => {
      const row = number % rows.length;
      return { row, cell: Math.floor(number / rows.length) % (rows[row]?.length ?? 1) };
    };
    return Buffer.from(
      change(rows, spot(at), spot(to), size)
        .map((row) => row.join(','))
        .join('\n'),
      'utf8',
    );
  };
}

function put(rows: string[][], { row, cell }: Spot, text: string): string[][] {
  return rows.map((cells, index) => (index === row ? cells.with(cell, text) : cells));
}

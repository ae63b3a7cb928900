import fc from 'fast-check';
import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import type { Coding } from '../../../src/domain/finance.ts';
import { type Pence, pence, sumPence } from '../../../src/domain/money/money.ts';
import { channelChecks } from '../../../src/finance/channel/checks.ts';
import { type Channel, channel as grammar } from '../../../src/finance/channel/grammar.ts';
import { channelFiles } from '../../../src/finance/hand-off/channel-file.ts';
import type { SumToSend } from '../../../src/finance/hand-off/rows.ts';

// Any layout that can be said is written, and read back by a reader that knows nothing of how it was written but the channel itself. What
// cannot stand in it is told, cell by cell.

const payOn = day('2020-11-13');

const amounts = fc.record({
  decimals: fc.constantFrom('point', 'comma', 'pence'),
  thousands: fc.constantFrom('none', 'comma', 'point', 'space'),
  sign: fc.constantFrom('minus', 'minus-after', 'brackets', 'column'),
});

const otherColumns = fc.subarray([
  { name: 'Payee', field: 'payee' },
  { name: 'Posting', field: 'posting' },
  { name: 'Supplier', code: 'supplier' },
  { name: 'Site', code: 'site' },
  { name: 'Day', field: 'pay-on' },
  { name: 'Row', field: 'row' },
  { name: 'Fixed "text", of two; parts|', text: 'a;b|c,"d"' },
  { name: 'Scheme', lookUp: 'scheme', table: { one: 'First', two: 'Second' } },
  { name: 'Own scheme', field: 'scheme' },
  { name: 'Component', field: 'component' },
  { name: 'Cost centre', code: 'cost-centre' },
  { name: 'Subjective', code: 'subjective' },
]);

const summary = fc.subarray([
  { text: 'X' },
  { field: 'rows' },
  { field: 'lines' },
  { field: 'sum' },
  { field: 'payments' },
  { field: 'credits' },
  { field: 'pay-on' },
]);

const layouts = fc
  .record({
    rows: fc.constantFrom('payee', 'payee-and-component'),
    credits: fc.constantFrom('netted', 'apart'),
    file: fc.record({
      name: fc.constant('pay.csv'),
      separator: fc.constantFrom(',', ';', '|', 'tab'),
      quotes: fc.constantFrom('where-needed', 'always', 'never'),
      lineEnds: fc.constantFrom('crlf', 'lf'),
      columnNames: fc.boolean(),
      mostRows: fc.integer({ min: 3, max: 9 }),
    }),
    days: fc.constantFrom('YYYY-MM-DD', 'DD/MM/YYYY', 'DDMMYY', 'DD-MMM-YYYY'),
    amounts,
    header: summary,
    trailer: summary,
    others: otherColumns,
    order: fc.infiniteStream(fc.nat()),
    longest: fc.infiniteStream(fc.option(fc.integer({ min: 6, max: 30 }), { nil: undefined, freq: 4 })),
  })
  .map(({ others, order, longest, ...layout }): Channel => {
    const needed = [
      { name: 'Amount', field: 'amount' },
      { name: 'Reference', field: 'reference' },
      { name: 'Sign', sign: { payment: 'D', credit: 'C' } },
    ];
    const columns = [...needed, ...others]
      .map((column) => ({ column, place: order.next().value ?? 0 }))
      .sort((a, b) => a.place - b.place)
      .map(({ column }) => ({ ...column, longest: longest.next().value }));
    return grammar.parse({ channel: 1, id: 'any', title: 'Any', ...layout, columns });
  })
  .filter((channel) => channelChecks.every((check) => check(channel).length === 0));

const components = fc.dictionary(
  fc.constantFrom('audits', 'reviews', 'visits'),
  fc.bigInt({ min: -500_000n, max: 300_000_000n }).map((each) => pence(each)),
  { minKeys: 1 },
);

const sums = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), components, fc.constantFrom('one', 'two')), {
    selector: ([payee]) => payee,
    maxLength: 12,
  })
  .map((all) =>
    all
      .map(([payee, paidFor, scheme]): SumToSend => {
        const code = `Z${String(payee).padStart(5, '0')}`;
        const amount = sumPence(Object.values(paidFor));
        const own = new Map(Object.entries(paidFor));
        return {
          reference: `QD1P${code}`,
          posting: 1,
          scheme,
          period: 'Q1',
          payee: code,
          amount,
          components: own,
          paid: pence(0),
        };
      })
      .filter(({ amount }) => amount > 0n),
  );

/** One line of cells, by the rules of RFC 4180 and the channel's separator. */
function cellsIn(line: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (quoted && letter === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}

/** What an amount stands for: its digits are pence, but for what the format puts between them. */
function penceIn(text: string, isCredit: boolean): bigint {
  const digits = BigInt(text.replace(/\D/g, ''));
  return isCredit || /^[-(]|-$/.test(text) ? -digits : digits;
}

/** The amounts of each reference in a file, and how many rows it has. */
function readBack(text: string, { file, columns, header, trailer }: Channel) {
  const end = file.lineEnds === 'crlf' ? '\r\n' : '\n';
  const lines = text.split(end).slice(0, -1);
  const first = Number(header.length > 0) + Number(file.columnNames);
  const rows = lines.slice(first, lines.length - Number(trailer.length > 0));
  const separator = file.separator === 'tab' ? '\t' : file.separator;
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  return {
    lines: lines.map((line) => cellsIn(line, separator)),
    rows: rows.map((line) => {
      const cells = cellsIn(line, separator);
      expect(cells).toHaveLength(columns.length);
      return {
        cells,
        reference: cells[at('Reference')] ?? '',
        amount: penceIn(cells[at('Amount')] ?? '', cells[at('Sign')] === 'C'),
      };
    }),
  };
}

/** A component is charged where its scheme says, or else where every scheme does; with one row a payee all of them are charged alike. */
function codingFor({ rows }: Channel): Coding[] {
  const centre = (component: string) => (rows === 'payee' ? 'C-1' : `C-${component}`);
  const row = (scheme: string | null, component: string, costCentre: string) => {
    return { scheme, component, costCentre, subjective: rows === 'payee' ? '52100' : `5;${component}`, line: 2 };
  };
  return [
    ...['audits', 'reviews', 'visits'].map((component) => row(null, component, centre(component))),
    ...(rows === 'payee' ? [] : [row('two', 'audits', 'of, two')]),
  ];
}

function sourceOf(channel: Channel, toSend: readonly SumToSend[]) {
  const suppliers = new Map(
    toSend.map(({ payee }) => [payee, { payeeCode: payee, supplier: `S,${payee}`, site: 'a "b"', line: 2 }]),
  );
  return { channel, file: 'channel.json', finance: { suppliers, coding: codingFor(channel) }, payOn };
}

/** What is wrong with the cells of rows, by a file in which everything is quoted and nothing is too long. */
function mistakesIn(channel: Channel, toSend: readonly SumToSend[]): string[] {
  const columns = channel.columns.map((column) => ({ ...column, longest: undefined }));
  const wide = { ...channel, file: { ...channel.file, quotes: 'always' as const }, columns };
  const files = channelFiles(toSend, sourceOf(wide, toSend), (found) => expect(found).toBeNull());
  const separator = channel.file.separator === 'tab' ? '\t' : channel.file.separator;
  return files.flatMap(({ text }) =>
    readBack(text, wide).rows.flatMap(({ cells }) =>
      cells.flatMap((cell, at) => [
        ...(cell.length > (channel.columns[at]?.longest ?? cell.length)
          ? [`columns[${at}] channel-text-too-long`]
          : []),
        ...(channel.file.quotes === 'never' && [separator, '"'].some((sign) => cell.includes(sign))
          ? [`columns[${at}] channel-text-unquotable`]
          : []),
      ]),
    ),
  );
}

it('comes back with the same sum for every reference, whatever the layout, and its counts and sums are those of its rows', () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(layouts, sums, (channel, toSend) => {
      const source = sourceOf(channel, toSend);
      const found: string[] = [];
      const files = channelFiles(toSend, source, ({ field, code }) => found.push(`${field} ${code}`));
      const expected = mistakesIn(channel, toSend);
      expect(found.sort()).toEqual(expected.sort());
      outcomes.add(expected.length === 0 ? channel.file.quotes : 'refused');
      if (expected.length > 0) return;
      const back = new Map<string, bigint>();
      for (const { text } of files) {
        const { rows, lines } = readBack(text, channel);
        expect(rows.length).toBeLessThanOrEqual(channel.file.mostRows ?? 0);
        for (const { cells } of rows) {
          const at = (name: string) => cells[channel.columns.findIndex((column) => column.name === name)];
          const [scheme, component, centre] = [at('Own scheme'), at('Component'), at('Cost centre')];
          if (scheme === undefined || component === undefined || centre === undefined) continue;
          expect(centre).toBe(scheme === 'two' && component === 'audits' ? 'of, two' : `C-${component}`);
        }
        for (const { reference, amount } of rows) back.set(reference, (back.get(reference) ?? 0n) + amount);
        const sum = rows.reduce((total, { amount }) => total + amount, 0n);
        for (const [cells, line] of [
          [channel.header, 0],
          [channel.trailer, lines.length - 1],
        ] as const) {
          for (const [place, cell] of cells.entries()) {
            const written = lines[line]?.[place] ?? '';
            if ('field' in cell && cell.field === 'sum') expect(penceIn(written, false)).toBe(sum);
            if ('field' in cell && cell.field === 'rows') expect(written).toBe(String(rows.length));
            if ('field' in cell && cell.field === 'lines') expect(written).toBe(String(lines.length));
          }
        }
        if (channel.credits === 'netted') expect(rows.every(({ amount }) => amount > 0n)).toBe(true);
      }
      const sent = new Map<string, Pence>(toSend.map(({ reference, amount }) => [reference, amount]));
      expect(back).toEqual(sent);
    }),
    { numRuns: 500 },
  );
  expect([...outcomes].sort()).toEqual(['always', 'never', 'refused', 'where-needed']);
});

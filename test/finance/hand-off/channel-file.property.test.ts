import fc from 'fast-check';
import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { type Pence, pence, sumPence } from '../../../src/domain/money/money.ts';
import { channelChecks } from '../../../src/finance/channel/checks.ts';
import { type Channel, channel as grammar } from '../../../src/finance/channel/grammar.ts';
import { channelFiles } from '../../../src/finance/hand-off/channel-file.ts';
import type { SumToSend } from '../../../src/finance/hand-off/rows.ts';

// Any layout that can be said is written, and read back by a reader that knows nothing of how it was written but the channel itself.

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
      quotes: fc.constantFrom('where-needed', 'always'),
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
  })
  .map(({ others, order, ...layout }): Channel => {
    const needed = [
      { name: 'Amount', field: 'amount' },
      { name: 'Reference', field: 'reference' },
      { name: 'Sign', sign: { payment: 'D', credit: 'C' } },
    ];
    const columns = [...needed, ...others]
      .map((column) => ({ column, place: order.next().value ?? 0 }))
      .sort((a, b) => a.place - b.place)
      .map(({ column }) => column);
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
        reference: cells[at('Reference')] ?? '',
        amount: penceIn(cells[at('Amount')] ?? '', cells[at('Sign')] === 'C'),
      };
    }),
  };
}

it('comes back with the same sum for every reference, whatever the layout, and its counts and sums are those of its rows', () => {
  fc.assert(
    fc.property(layouts, sums, (channel, toSend) => {
      const suppliers = new Map(
        toSend.map(({ payee }) => [payee, { payeeCode: payee, supplier: `S,${payee}`, site: 'a "b"', line: 2 }]),
      );
      const source = { channel, file: 'channel.json', finance: { suppliers, coding: [] }, payOn };
      const files = channelFiles(toSend, source, (found) => expect(found).toBeNull());
      const back = new Map<string, bigint>();
      for (const { text } of files) {
        const { rows, lines } = readBack(text, channel);
        expect(rows.length).toBeLessThanOrEqual(channel.file.mostRows ?? 0);
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
});

import type { JsonMistake } from '../../json/mistake.ts';
import { cannotStandBare, separatorCharacter } from '../written/words.ts';
import type { Channel } from './grammar.ts';

/** What must hold of a channel as it is written. */
export const channelChecks: readonly ((channel: Channel) => JsonMistake[])[] = [
  everyRowHasItsAmountAndReference,
  columnsHaveNamesOfTheirOwn,
  componentsHaveRows,
  creditsAreSeen,
  amountsCanBeReadBack,
  nothingNeedsQuotes,
];

/** A row that names no reference could never be settled, and one without an amount pays nothing. */
function everyRowHasItsAmountAndReference({ columns }: Channel): JsonMistake[] {
  return (['amount', 'reference'] as const).flatMap((field): JsonMistake[] => {
    if (columns.some((column) => 'field' in column && column.field === field)) return [];
    const message = `no column holds the ${field}; expected one`;
    const hint = `add { "name": …, "field": "${field}" }`;
    return [{ code: 'channel-layout', at: ['columns'], message, hint }];
  });
}

function columnsHaveNamesOfTheirOwn({ columns }: Channel): JsonMistake[] {
  return columns.flatMap(({ name }, index): JsonMistake[] => {
    if (columns.findIndex((other) => other.name === name) === index) return [];
    const message = `another column has the name ${JSON.stringify(name)} already; expected a name of its own`;
    return [
      { code: 'channel-layout', at: ['columns', index, 'name'], message, hint: 'give one of the two another name' },
    ];
  });
}

function componentsHaveRows({ rows, columns }: Channel): JsonMistake[] {
  if (rows === 'payee-and-component') return [];
  return columns.flatMap((column, index): JsonMistake[] => {
    const asks = ('field' in column && column.field) || ('lookUp' in column && column.lookUp);
    if (asks !== 'component') return [];
    const message = 'a row of a payee is of several components, so that this column has none to name';
    const hint = 'let "rows" be "payee-and-component", or take the column out';
    return [{ code: 'channel-field', at: ['columns', index], message, hint }];
  });
}

/** Without any sign a credit would be paid out. */
function creditsAreSeen({ credits, amounts, columns }: Channel): JsonMistake[] {
  const hasColumn = columns.some((column) => 'sign' in column);
  if (amounts.sign === 'column' && credits === 'apart' && !hasColumn) {
    const message = 'credits stand in rows of their own, and nothing shows which rows they are';
    const hint = 'add a column with "sign", or let amounts have one';
    return [{ code: 'channel-layout', at: ['amounts', 'sign'], message, hint }];
  }
  return columns.flatMap((column, index): JsonMistake[] => {
    if (!('sign' in column) || column.sign.payment !== column.sign.credit) return [];
    const message = 'a payment and a credit are marked alike';
    return [{ code: 'channel-layout', at: ['columns', index, 'sign'], message, hint: 'mark them differently' }];
  });
}

function amountsCanBeReadBack({ file, amounts }: Channel): JsonMistake[] {
  const { decimals, thousands } = amounts;
  if (decimals !== 'pence' && decimals === thousands) {
    const message = `a ${decimals} parts the thousands and the pence`;
    return [
      { code: 'channel-layout', at: ['amounts', 'thousands'], message, hint: 'let one of the two be another sign' },
    ];
  }
  const used = [
    ...(decimals === 'comma' ? [','] : []),
    ...(decimals !== 'pence' && thousands === 'comma' ? [','] : []),
  ];
  if (file.quotes !== 'never' || !used.includes(separatorCharacter(file.separator))) return [];
  const message = 'amounts hold the sign that parts the cells, and nothing is quoted';
  const hint = 'let "quotes" be "where-needed", or part the cells otherwise';
  return [{ code: 'channel-layout', at: ['file', 'separator'], message, hint }];
}

/** Where nothing is quoted, names and texts of the channel's own would part a row, too. Those of columns are held row by row. */
function nothingNeedsQuotes({ file, header, columns, trailer }: Channel): JsonMistake[] {
  if (file.quotes !== 'never') return [];
  const written = [
    ...[header, trailer].flatMap((cells, row) =>
      cells.map((cell, at) => ({
        text: 'text' in cell ? cell.text : '',
        at: [row === 0 ? 'header' : 'trailer', at, 'text'],
      })),
    ),
    ...(file.columnNames ? columns.map(({ name }, at) => ({ text: name, at: ['columns', at, 'name'] })) : []),
  ];
  const parting = written.filter(({ text }) => cannotStandBare(text, separatorCharacter(file.separator)));
  return parting.map(({ at }) => {
    const message = 'holds a quote or what parts the cells, and nothing is quoted';
    return { code: 'channel-layout', at, message, hint: 'correct the text, or let "quotes" be "where-needed"' };
  });
}

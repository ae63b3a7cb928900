import { expect, it } from 'vitest';
import { columnTold } from '../../src/domain/column-form.ts';

it('tells of a column its form, of what a number is, and the words of which a cell is one', () => {
  expect([
    columnTold('code', 'id', 'whose it is'),
    columnTold('paid', 'amount', 'what was paid'),
    columnTold('size', 'number', 'how large', 'hectares'),
    columnTold('rate', 'amount', 'a rate', 'pounds per patient'),
    columnTold('status', ['due', 'waived'], 'how it stands'),
  ]).toStrictEqual([
    { name: 'code', form: 'id', holds: 'whose it is' },
    { name: 'paid', form: 'amount', unit: 'pounds', holds: 'what was paid' },
    { name: 'size', form: 'number', unit: 'hectares', holds: 'how large' },
    { name: 'rate', form: 'amount', unit: 'pounds per patient', holds: 'a rate' },
    { name: 'status', form: 'choice', choices: ['due', 'waived'], holds: 'how it stands' },
  ]);
});

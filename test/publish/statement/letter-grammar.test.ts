import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { letterJsonSchema, readLetterWords } from '../../../src/publish/statement/letter-grammar.ts';
import { ownWords } from '../../../src/publish/statement/letter-words.ts';

const read = (text: string) => readLetterWords(Buffer.from(text), 'letter.json');

it('takes what is left out from what comes with the program', () => {
  expect(read('{}')).toEqual({ value: ownWords, findings: [] });
  const { value } = read(
    '{ "sender": "NHS Dorset", "payment_day": "2016-08-15", "wording": { "closing": "Thank you." } }',
  );
  expect(value).toEqual({
    ...ownWords,
    sender: 'NHS Dorset',
    paymentDay: day('2016-08-15'),
    wording: { ...ownWords.wording, closing: 'Thank you.' },
  });
});

it('tells every mistake with its place', () => {
  const { value, findings } = read('{\n  "sendr": "NHS Dorset",\n  "payment_day": "15/08/16"\n}');
  expect(value).toBe(null);
  expect(findings.map(({ code, line, field, hint }) => ({ code, line, field, hint }))).toEqual([
    { code: 'json-unknown-key', line: 2, field: 'sendr', hint: 'did you mean "sender"?' },
    { code: 'json-bad-value', line: 3, field: 'payment_day', hint: 'write a date of the calendar as YYYY-MM-DD' },
  ]);
});

it('has a JSON Schema for editors', () => {
  expect(letterJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
});

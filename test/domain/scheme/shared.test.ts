import { describe, expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { PlainValue, Value } from '../../../src/domain/scheme/scheme.ts';
import {
  amongOf,
  evidenceAmong,
  isEnvelopeToDate,
  ofEachOf,
  roundingOfParts,
} from '../../../src/domain/scheme/shared.ts';
import { component, scheme } from '../../make/scheme.ts';

const clause = 'c';
const pounds: Quantity = { kind: 'pounds', pounds: ratio(9) };
const among = [{ received: 'signed' }, { is: pounds, atLeast: pounds }, { received: 'audit' }];
const fixed: PlainValue = { kind: 'fixed', pounds: ratio(9), clause };
const pool: PlainValue = { kind: 'pool', pounds: ratio(9), clause };
const shared: PlainValue = { kind: 'shared', of: pounds, by: null, within: 'all', clause };
const envelope: PlainValue = { kind: 'envelope', pounds, of: pounds, clause };
const cap = { id: 'cap', title: 'Cap', kind: 'cap', pounds, clause } as const;

describe('what is shared', () => {
  it('is rounded to the penny where a scheme rounds to the pound', () => {
    const rounding = { unit: 'pound', mode: 'down', at: 'component', clause } as const;
    const made = scheme([], { rounding });
    const units = [fixed, pool, shared, envelope].map((value) => roundingOfParts(component('a', value), made));
    const penny = { unit: 'penny', mode: 'down' };
    expect(units).toEqual([rounding, penny, penny, penny]);
  });

  it('asks something of who shares it, where it says so', () => {
    const values: readonly Value[] = [{ ...shared, among }, { ...envelope, among }, shared, envelope, pool, fixed];
    expect(values.map(amongOf)).toEqual([among, among, [], [], [], []]);
    expect(values.map(evidenceAmong)).toEqual([['signed', 'audit'], ['signed', 'audit'], [], [], [], []]);
  });

  it('changes each one’s part, and shares again what that leaves, where it says so', () => {
    const values: readonly Value[] = [
      { ...shared, ofEach: [cap], unspent: 'shared-again' },
      { ...shared, ofEach: [cap], unspent: 'stays' },
      shared,
      envelope,
    ];
    expect(values.map(ofEachOf)).toEqual([
      { adjustments: [cap], isSharedAgain: true },
      { adjustments: [cap], isSharedAgain: false },
      { adjustments: [], isSharedAgain: false },
      { adjustments: [], isSharedAgain: false },
    ]);
  });

  it('adds up to date in an envelope that says what it scales', () => {
    const values: readonly Value[] = [envelope, { ...envelope, scales: 'what-is-new' }, shared];
    expect(values.map(isEnvelopeToDate)).toEqual([false, true, false]);
  });
});

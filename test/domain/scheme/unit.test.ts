import { describe, expect, it } from 'vitest';
import { noUnit, plural, sameUnit, sayUnit, unitOf, unitOver, unitTimes } from '../../../src/domain/scheme/unit.ts';
import { plainWords } from '../../../src/domain/words/words.ts';

describe('units', () => {
  const perPatient = unitOver(unitOf('pound'), unitOf('patient'));

  it('cancel: pounds per patient times patients are pounds', () => {
    expect(sameUnit(unitTimes(perPatient, unitOf('patient')), unitOf('pound'))).toBe(true);
    expect(unitOver(unitOf('patient'), unitOf('patient'))).toEqual(noUnit);
  });

  it.each([
    [noUnit, 'a plain number'],
    [unitOf('pound'), 'pounds'],
    [perPatient, 'pounds per patient'],
    [unitTimes(perPatient, unitOf('pound')), 'pounds to the power of 2 per patient'],
    [unitOver(noUnit, unitOf('activity')), 'a number per activity'],
  ])('%j is said as %s', (unit, says) => {
    expect(sayUnit(plainWords, unit)).toBe(says);
  });

  it.each([
    ['patient', 'patients'],
    ['activity', 'activities'],
    ['person', 'people'],
    ['day', 'days'],
    ['branch', 'branches'],
  ])('more than one %s are %s', (word, words) => {
    expect(plural(word)).toBe(words);
  });
});

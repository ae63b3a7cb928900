import { describe, expect, it } from 'vitest';
import { knownCurrency, sterling } from '../../../src/domain/money/currency.ts';
import { noUnit, plural, sameUnit, sayUnit, unitOf, unitOver, unitTimes } from '../../../src/domain/scheme/unit.ts';
import { plainWords } from '../../../src/domain/words/words.ts';

describe('units', () => {
  const perPatient = unitOver(unitOf('pound'), unitOf('patient'));

  it('cancel: pounds per patient times patients are pounds', () => {
    expect(sameUnit(unitTimes(perPatient, unitOf('patient')), unitOf('pound'))).toBe(true);
    expect(unitOver(unitOf('patient'), unitOf('patient'))).toEqual(noUnit);
    const squared = unitTimes(unitOf('patient'), unitOf('patient'));
    expect(unitOver(unitOver(unitOf('pound'), squared), unitOver(noUnit, squared))).toEqual(unitOf('pound'));
  });

  it('are the same in whatever order they are multiplied, and others are not', () => {
    const [pound, event] = [unitOf('pound'), unitOf('event')];
    expect(sameUnit(unitTimes(pound, event), unitTimes(event, pound))).toBe(true);
    expect(
      [unitOf('event'), noUnit, unitTimes(pound, pound), unitOver(noUnit, pound)].map((each) => sameUnit(each, pound)),
    ).toEqual([false, false, false, false]);
  });

  it('are pounds and a pound, or the money of another currency', () => {
    const euros = { currency: knownCurrency('EUR') ?? sterling };
    expect(
      [unitOf('pound'), perPatient, unitOver(noUnit, unitOf('pound'))].map((each) => sayUnit(euros, each)),
    ).toEqual(['euros', 'euros per patient', 'a number per euro']);
  });

  it.each([
    [noUnit, 'a plain number'],
    [unitOf('pound'), 'pounds'],
    [perPatient, 'pounds per patient'],
    [unitTimes(perPatient, unitOf('pound')), 'pounds to the power of 2 per patient'],
    [unitOver(noUnit, unitOf('activity')), 'a number per activity'],
    [unitTimes(unitOf('patient'), unitOf('event')), 'events × patients'],
    [unitOver(noUnit, unitTimes(unitOf('patient'), unitOf('event'))), 'a number per event per patient'],
    [unitOver(perPatient, unitOf('patient')), 'pounds per patient to the power of 2'],
  ])('%j is said as %s', (unit, says) => {
    expect(sayUnit(plainWords, unit)).toBe(says);
  });

  it.each([
    ['patient', 'patients'],
    ['activity', 'activities'],
    ['person', 'people'],
    ['day', 'days'],
    ['branch', 'branches'],
    ['class', 'classes'],
    ['box', 'boxes'],
    ['dish', 'dishes'],
    ['style', 'styles'],
    ['hygienist', 'hygienists'],
  ])('more than one %s are %s', (word, words) => {
    expect(plural(word)).toBe(words);
  });
});

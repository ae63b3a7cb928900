import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Component, Value } from '../../../src/domain/scheme/scheme.ts';
import { sayConditions, sayDeadline, sayScope } from '../../../src/report/show/conditions.ts';
import { sayPolicies } from '../../../src/report/show/policy.ts';
import { access, audit, autumn, quality, scheme, signUp } from '../sample.ts';

describe('sayPolicies', () => {
  it('says the rules that hold for all components once', () => {
    expect(sayPolicies(scheme)).toEqual([
      'Patients: the registered list at 1 April 2020 [3.1]',
      'Rounding: to the penny, halves away from zero: each component for itself, on what has fallen due to date [3.2]',
      'Schedule: 50% in spring and 50% in autumn [3.2]',
      'Recovery: money paid and no longer earned comes back at once [6]',
      'Leaving: 1 month of notice; the period in which a practice leaves is paid whole if its conditions are met, later ones not at all [7]',
      'Joining: no practice may join after the term began, as the scheme does not say what becomes of it',
    ]);
  });

  it('says which component goes its own way', () => {
    const recovery = { from: autumn, waitsForDecision: true, clause: '8' };
    const events = { ...quality, schedule: null, recovery };
    const said = sayPolicies({
      ...scheme,
      components: [access, events],
      population: { ...scheme.population, acceptedInstead: [day('2020-04-02')] },
      rounding: { ...scheme.rounding, at: 'period' },
      claimWindow: { kind: 'days', days: 28, clause: '9' },
      leaving: { notice: null, prorate: 'days', clause: '7' },
      joining: { prorate: 'days', list: 'first-after', clause: '7a' },
    });
    expect(said).toEqual([
      'Patients: the registered list at 1 April 2020, or in its place at 2 April 2020 [3.1]',
      'Rounding: to the penny, halves away from zero: what all components have fallen due to date together, then split over them by largest remainder [3.2]',
      'Schedule for access: 50% in spring and 50% in autumn [3.2]',
      'Schedule for quality: in the period of each event',
      'Claims: considered for 28 days after the event [9]',
      'Recovery for access: money paid and no longer earned comes back at once [6]',
      'Recovery for quality: money paid and no longer earned comes back from the run for autumn on, deferred until then, and only after a decision to recover [8]',
      'Leaving: no notice period; the period in which a practice leaves is paid by the day [7]',
      'Joining: the period in which a practice joins is paid by the day; its list is the earliest from that day on, or else the one at the date of the scheme [7a]',
    ]);
  });
});

describe('single rules', () => {
  const said = (changes: Partial<typeof scheme>, rule: string) =>
    sayPolicies({ ...scheme, ...changes }).filter((line) => line.startsWith(rule));

  it('says that a recovery waits for a decision alone', () => {
    const recovery = { from: null, waitsForDecision: true, clause: '8' };
    const components = [{ ...access, recovery }];
    expect(said({ components }, 'Recovery')).toEqual([
      'Recovery: money paid and no longer earned comes back only after a decision to recover [8]',
    ]);
  });

  it('says in which period that is paid which adds up: of events, of figures to date, or of both', () => {
    const events: Quantity = { kind: 'events', event: 'visit', atMost: 5 };
    const figures: Quantity = { kind: 'measure', measure: 'checked', part: 'numerator', at: 'to-date' };
    const paid = (of: Quantity): Component => {
      const value: Value = { kind: 'quantity', of: { kind: 'rate', pounds: ratio(3), for: of }, clause: '1' };
      return { ...access, value, schedule: null };
    };
    const both: Quantity = { kind: 'sum', of: [events, figures] };
    expect([events, figures, both].flatMap((of) => said({ components: [paid(of)] }, 'Schedule'))).toEqual([
      'Schedule: in the period of each event',
      'Schedule: in the period of each figure',
      'Schedule: in the period of each event and of each figure',
    ]);
  });

  it('says which run pays what is carried', () => {
    expect(said({ smallestPayment: { pounds: ratio(50), clause: '9' } }, 'Small')).toEqual([
      'Small payments: less than £50.00 to a practice is carried to a later run; the run for autumn pays it [9]',
    ]);
  });
});

describe('sayConditions', () => {
  it('says once what all components and periods ask', () => {
    expect(sayConditions(scheme)).toEqual([
      'Every component, every period: needs sign-up by 31 May 2020; kept only with audit by 30 June 2021 [2; 4]',
    ]);
  });

  it('tells components and periods apart that ask something else', () => {
    const none = { needs: [], keeps: [] };
    const asks = { needs: [], keeps: [{ evidence: audit, clause: '4' }] };
    const components = [access, { ...quality, conditions: [none, asks] }];
    expect(sayConditions({ ...scheme, components })).toEqual([
      'access, every period: needs sign-up by 31 May 2020; kept only with audit by 30 June 2021 [2; 4]',
      'quality, Spring instalment: no conditions',
      'quality, Autumn instalment: needs nothing; kept only with audit by 30 June 2021 [4]',
    ]);
  });
});

describe('evidence', () => {
  const window = { ...scheme, claimWindow: { kind: 'end-of-next-period', clause: '9' } as const };

  it('has a last day, one for each period, or none', () => {
    expect(sayDeadline(scheme, signUp)).toBe('by 31 May 2020');
    expect(sayDeadline(scheme, { ...signUp, deadline: null })).toBe('no last day');
    expect(sayDeadline(window, { ...signUp, deadline: { kind: 'claim-window', period: 'own' } })).toBe(
      'spring by 31 March 2021, autumn by 30 September 2021',
    );
    expect(sayDeadline(window, { ...signUp, deadline: { kind: 'claim-window', period: autumn } })).toBe(
      'by 30 September 2021',
    );
  });

  it('is once, or once for each component and period', () => {
    expect(sayScope(signUp)).toBe('once');
    expect(sayScope({ ...signUp, perComponent: true, perPeriod: true })).toBe('once for each component and period');
    expect(sayScope(audit)).toBe(
      'once for each component, with a quantity of at least 5 for every 1,000 patients, rounded up',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { pence } from '../../src/domain/money/money.ts';
import { plainWords } from '../../src/domain/words/words.ts';
import { untestedBlocks } from '../../src/scheme/example-coverage.ts';
import { type ExampleEntitlement, judgeExample } from '../../src/scheme/examples.ts';
import { schemeOf } from './small-scheme.ts';

describe('what no example puts to the test', () => {
  it('is told in one warning', () => {
    expect(untestedBlocks(schemeOf(), new Set(), 'small.json').map(({ message }) => message)).toEqual([
      'a mistake in these would be seen by no example: the reduce "less" of rate, the evidence plan when it is missing, the evidence sheet when it is missing and the cap of the event meeting',
    ]);
  });

  it('is no more than what was not reached', () => {
    const scheme = schemeOf(['examples.0.practices.0.without', ['plan', 'sheet']]);
    const reached = new Set<object>(scheme.components.flatMap(({ value, adjustments }) => [value, ...adjustments]));
    expect(untestedBlocks(scheme, reached, 'small.json')).toEqual([]);
  });

  it('is not asked of a scheme without examples', () => {
    expect(untestedBlocks(schemeOf(['examples', []]), new Set(), 'small.json')).toEqual([]);
  });
});

describe('the working of an example', () => {
  const earned: ExampleEntitlement = {
    practice: 0,
    component: 'rate',
    period: 'H1',
    entitlement: pence(450_00),
    payment: pence(450_00),
    clawback: pence(0),
    unpaid: [],
    termSteps: [
      { formula: '1,000 patients × £0.50', value: '500', step: 'value', rounded: null },
      { formula: 'A tenth less', value: '450', step: 'adjustment', rounded: null },
    ],
    steps: [{ formula: 'All of it', value: '450', step: 'schedule', rounded: null }],
  };
  const judged = (pounds: string, working: Readonly<Record<string, string>>) => {
    const [example] = schemeOf(['examples.0.expect', [{ component: 'rate', pounds, working }]]).examples;
    return example ? judgeExample(plainWords, example, [earned]).map(({ message }) => message) : [];
  };

  it('is as it should be where each step that it names comes to its value, whatever stands between', () => {
    expect(judged('450.00', { '1': '500', '2': '450' })).toEqual([]);
    expect(judged('450.00', { '2': '450', 'H1.1': '450' })).toEqual([]);
  });

  it('names the step where the two part', () => {
    expect(judged('440.00', { '1': '500', '2': '440' })).toEqual([
      'One practice: all practices, rate, all periods should come to £440.00, but the scheme gives £450.00; they part at step 2, where the example has 440 and the scheme A tenth less, which is 450',
    ]);
  });

  it('fails by a step alone', () => {
    expect(judged('450.00', { '1': '450' })).toEqual([
      'One practice: all practices, rate, all periods comes to £450.00 as it should; they part at step 1, where the example has 450 and the scheme 1,000 patients × £0.50, which is 500',
    ]);
  });

  it('fails by a step that is not there', () => {
    expect(judged('450.00', { 'H1.2': '450' })).toEqual([
      'One practice: all practices, rate, all periods comes to £450.00 as it should; the example names a step H1.2, and there is none: its steps are 1 to H1.1',
    ]);
  });

  it('is told whole, with its labels, where an example states none of it', () => {
    expect(judged('1.00', {})).toEqual([
      'One practice: all practices, rate, all periods should come to £1.00, but the scheme gives £450.00; the scheme works it out as: 1: 1,000 patients × £0.50; 2: A tenth less; H1.1: All of it',
    ]);
  });
});

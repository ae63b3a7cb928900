import { describe, expect, it } from 'vitest';
import { said, saidOf } from '../scheme/small-scheme.ts';

describe('the grammar', () => {
  it('takes the small scheme as it is', () => {
    expect(said()).toBe('');
  });

  it('merges an unknown key and the missing one that was meant', () => {
    expect(said(['periods.0.clause'], ['periods.0.cluase', '1'])).toMatchInlineSnapshot(`
      "error json-unknown-key at small.json:21:7 periods[0].cluase [cluase]
        the key "cluase" is not known here; expected only id, title, start, end, clause
        did you mean "clause"?"
    `);
  });

  it('offers an optional key that was meant', () => {
    expect(said(['claimWindow'], ['claimwindow', { kind: 'end-of-next-period', clause: '5' }])).toMatchInlineSnapshot(`
      "error json-unknown-key at small.json:222:3 claimwindow [claimwindow]
        the key "claimwindow" is not known here; expected only $schema, language, id, title, commissioner, status, member, currency, source, term, periods, population, rounding, quantities, evidence, events, measures, schedule, conditions, recovery, claimWindow, holidays, leaving, joining, smallestPayment, allOrNothing, components, toBeConfirmed, assumptions, headlines, examples
        did you mean "claimWindow"?"
    `);
  });

  it('names an unknown key that is near nothing', () => {
    expect(said(['leaving.formula', '=1+1'])).toMatchInlineSnapshot(`
      "error json-unknown-key at small.json:104:5 leaving.formula [formula]
        the key "formula" is not known here; expected only notice, prorate, comesBack, clause
        take it out"
    `);
  });

  it('names a missing key at the block that misses it', () => {
    expect(said(['population.at'])).toMatchInlineSnapshot(`
      "error json-missing-key at small.json:31:17 population.at [-]
        the key "at" is missing here; expected a date of the calendar as YYYY-MM-DD
        add "at" to this block"
    `);
    expect(said(['components.0.value.kind'])).toMatchInlineSnapshot(`
      "error json-missing-key at small.json:110:16 components[0].value.kind [-]
        the key "kind" is missing here; expected one of "per-patient", "fixed", "per-event", "pool", "shared", "envelope", "pounds", "number", "patients", "measure", "change", "events", "claimed", "each-line", "rate", "sum", "product", "greatest", "least", "difference", "ratio", "share", "rounded", "bands", "line", "named", "of-all", "rank", "over-time", "to-be-confirmed"
        add "kind" to this block"
    `);
    expect(said(['leaving'])).toMatchInlineSnapshot(`
      "error json-missing-key at small.json:1:1 leaving [-]
        the key "leaving" is missing here; expected a block in { }
        add "leaving" to this block"
    `);
  });

  it.each([
    ['money', 'components.0.value.pounds', 0.5],
    ['a share', 'components.3.components.0.share', 0.25],
    ['a share of a schedule', 'schedule.shares.H1', 0.5],
    ['a number of patients', 'examples.0.practices.0.patients', 1000],
    ['an expected amount', 'examples.0.expect.0.pounds', 500],
    ['a clause', 'term.clause', 3.1],
  ])('refuses a bare number for %s', (_, path, number) => {
    expect(said([path, number])).toMatchSnapshot();
  });

  it.each([
    ['money with a sign', 'components.0.value.pounds', '£0.50'],
    ['money with a separator', 'components.0.value.pounds', '1,000'],
    ['money below zero', 'components.0.value.pounds', '-1'],
    ['money with an exponent', 'components.0.value.pounds', '1e3'],
    ['money in another script', 'components.0.value.pounds', '٥'],
    ['a share above 1', 'components.0.adjustments.0.by', '110%'],
    ['a bare 75 for 75%', 'components.0.adjustments.0.by', '75'],
    ['a share of nothing', 'schedule.shares.H1', '1/0'],
    ['a threshold that forgot its per cent sign', 'components.3.components.1.achievement.scale.from', '40'],
    ['a day that is not in the calendar', 'term.end', '2021-02-30'],
    ['a day the British way', 'term.end', '31/03/2021'],
    ['a text for a count', 'components.1.value.atMost', '4'],
    ['a fraction for a count', 'components.1.value.atMost', 4.5],
    ['a count of none', 'components.1.value.atMost', 0],
    ['an id that is a path', 'id', '../small'],
    ['an id with a space', 'evidence.0.id', 'the plan'],
    ['an id of 61 letters', 'evidence.0.id', 'a'.repeat(61)],
    ['an empty text', 'title', ''],
    ['a text of spaces', 'title', '  '],
    ['a text that turns the line round', 'title', 'abc\u202Edef'],
    ['a text with an escape', 'title', 'abc\u001B[31m'],
    ['a list for a block', 'population', []],
    ['a block for a list', 'periods', {}],
    ['no periods', 'periods', []],
    ['more periods than anyone needs', 'periods', Array.from({ length: 1001 }, () => ({}))],
    ['no components', 'components', []],
    ['nothing at all', 'title', null],
    ['a period of no id', 'schedule.shares', { 'first half': '1/2', H2: '1/2' }],
    ['another language', 'language', 2],
    ['neither a share nor a block', 'components.3.components.0.share', true],
    ['neither every period nor a list', 'conditions.0.periods', 'evry'],
    ['neither all components nor a list', 'headlines.0.components', 'meetings'],
  ])('refuses %s', (_, path, value) => {
    expect(said([path, value])).toMatchSnapshot();
  });

  it.each([
    ['a kind of value', 'components.0.value.kind', 'per-pateint'],
    ['a status', 'status', 'final'],
    ['a rounding mode', 'rounding.mode', 'half-up'],
    ['what evidence is asked for per', 'evidence.1.per', ['periods']],
    ['a direction', 'components.3.components.1.achievement.direction', 'higher'],
  ])('lists the words for %s', (_, path, word) => {
    expect(said([path, word])).toMatchSnapshot();
  });

  it('takes a node for the group or the component that its keys are most like', () => {
    expect(said(['components.3.group'], ['components.3.gruop', 'The tree'])).toMatchInlineSnapshot(`
      "error json-unknown-key at small.json:181:7 components[3].gruop [gruop]
        the key "gruop" is not known here; expected only group, level, clause, value, share, components
        did you mean "group"?"
    `);
    expect(said(['components.0.id'], ['components.0.ident', 'rate'])).toMatchInlineSnapshot(`
      "error json-missing-key at small.json:106:5 components[0].id [-]
        the key "id" is missing here; expected an id: letters, digits and hyphens, beginning with a letter or digit, at most 60
        add "id" to this block
      error json-unknown-key at small.json:123:7 components[0].ident [ident]
        the key "ident" is not known here; expected only id, title, shortTitle, clause, value, share, adjustments, achievement, schedule, conditions, recovery
        take it out"
    `);
    expect(said(['leaving.notice', { dyas: 28 }])).toMatchInlineSnapshot(`
      "error json-unknown-key at small.json:100:7 leaving.notice.dyas [dyas]
        the key "dyas" is not known here; expected only days
        did you mean "days"?"
    `);
  });

  it('tells every mistake of a file at once, in the order of its lines', () => {
    const told = said(
      ['id', 'a b'],
      ['population.at', 'soon'],
      ['components.3.components.1.share', 0.75],
      ['leaving.prorate', 'day'],
    );
    expect(told.split('\n').filter((line) => line.startsWith('error'))).toMatchInlineSnapshot(`
      [
        "error json-bad-value at small.json:3:9 id [a b]",
        "error json-bad-value at small.json:32:11 population.at [soon]",
        "error json-unknown-word at small.json:102:16 leaving.prorate [day]",
        "error json-bare-number at small.json:167:20 components[3].components[1].share [0.75]",
      ]
    `);
  });

  it('refuses no points at all, by which nothing can be divided', () => {
    const points = { number: '0.00', places: 2 };
    expect(said(['components.3.components.1.achievement.points', points])).toMatchInlineSnapshot(`
      "error json-bad-value at small.json:180:25 components[3].components[1].achievement.points.number [0.00]
        "0.00" does not fit here; expected a number above zero in digits, such as "26"
        write a number above zero in digits, such as "26""
    `);
  });

  it('says what a file of something else should be', () => {
    expect(saidOf('[]')).toMatchInlineSnapshot(`
      "error json-bad-value at small.json:1:1 - [-]
        an empty list does not fit here; expected a block in { }
        write a block in { }"
    `);
    expect(saidOf('"scheme"')).toMatchInlineSnapshot(`
      "error json-bad-value at small.json:1:1 - [scheme]
        "scheme" does not fit here; expected a block in { }
        write a block in { }"
    `);
    expect(saidOf('12')).toMatchInlineSnapshot(`
      "error json-bad-value at small.json:1:1 - [12]
        12 does not fit here; expected a block in { }
        write a block in { }"
    `);
  });
});

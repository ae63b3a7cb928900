import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quantityKinds } from '../../src/scheme/grammar/quantity.ts';
import { readScheme } from '../../src/scheme/read.ts';

// Every example of schemes/README.md is read, each inside a small scheme around it.

const reference = readFileSync(new URL('../../schemes/README.md', import.meta.url), 'utf8');
const examples = [...reference.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, place = '', text = '']) => ({
  place,
  text,
}));

const core = {
  id: 'core',
  title: 'Core payment',
  clause: '1',
  value: { kind: 'per-patient', pounds: '2.00', clause: '1' },
};
const evidence = (id: string) => ({ id, title: id, deadline: { kind: 'date', on: '2020-06-30' }, clause: '4' });
const counted = { numeratorUnit: 'patient', denominatorUnit: 'patient', clause: '3' };
const around = {
  language: 1,
  id: 'reference',
  title: 'Around an example',
  commissioner: 'Nobody',
  status: 'agreed',
  source: { title: 'The language reference' },
  term: { start: '2020-04-01', end: '2021-03-31', clause: '1' },
  periods: { every: 'quarter', clause: '1' },
  population: { at: '2020-04-01', clause: '1' },
  rounding: { at: 'component', clause: '1' },
  evidence: [evidence('plan'), evidence('report')],
  measures: [
    { id: 'reviewed', title: 'Reviewed', numerator: 'patients reviewed', denominator: 'patients', ...counted },
    {
      id: 'parcel',
      title: 'Parcels',
      numerator: 'hectares',
      numeratorUnit: 'hectare',
      lines: true,
      clause: '3',
    },
    { id: 'saved', title: 'Saved', numerator: 'pounds', numeratorUnit: 'pound', clause: '3' },
  ],
  quantities: [{ id: 'price', title: 'Price', clause: '1', is: { kind: 'pounds', pounds: '28', per: 'patient' } }],
  schedule: { kind: 'equal', clause: '5' },
  conditions: [{ periods: 'every', needs: ['plan'], keeps: ['report'], clause: '4' }],
  recovery: { clause: '6' },
  claimWindow: { kind: 'end-of-next-period', clause: '1' },
  holidays: { days: ['2020-12-25'], clause: '1' },
  leaving: { prorate: 'none', clause: '1' },
  components: [core],
};

/** The small scheme with an example in the place that its fence names. */
function schemeWith(place: string, block: unknown): object {
  switch (place) {
    case 'component':
      return { ...around, components: [block] };
    case 'quantities':
      return { ...around, quantities: block };
    case 'headlines':
      return { ...around, headlines: block };
    case 'scheme':
      return Object(block);
    case 'example':
      return { ...around, examples: [block] };
    default:
      return { ...around, components: [{ ...core, [place]: block }] };
  }
}

describe('the language reference', () => {
  it.each(examples)('has an example that is read as $place: $text', ({ place, text }) => {
    const read = readScheme(JSON.stringify(schemeWith(place, JSON.parse(text))), 'example.json');
    expect(
      read.findings.filter(({ code }) => code !== 'scheme-unused-measure' && code !== 'scheme-unused-evidence'),
    ).toEqual([]);
  });

  it('has an example of every kind of quantity', () => {
    const shown = new Set([...reference.matchAll(/"kind": "([\w-]+)"/g)].map(([, kind]) => kind));
    expect(quantityKinds.filter((kind) => !shown.has(kind))).toEqual([]);
  });
});

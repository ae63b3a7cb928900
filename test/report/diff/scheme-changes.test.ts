import { describe, expect, it } from 'vitest';
import { isOfWords, saySchemeChange, schemeCause, schemeChanges } from '../../../src/report/diff/scheme-changes.ts';

const before = {
  title: 'A scheme',
  rounding: { at: 'period' },
  components: [
    { id: 'meetings', value: { kind: 'per-event', pounds: '250.00' } },
    { id: 'audits', title: 'Audits', adjustments: [{ id: 'overlap', by: '10%' }], thresholds: ['50%', '80%'] },
  ],
};

function changes(after: unknown): string[] {
  return schemeChanges(before, after).map(saySchemeChange);
}

describe('what differs between two scheme files', () => {
  it('is nothing where only the order of keys does', () => {
    const { title, rounding, components } = before;
    expect(changes({ components, rounding, title })).toEqual([]);
  });

  it('is a value, named by the ids on the way to it', () => {
    const [meetings, audits] = before.components;
    const after = { ...before, components: [meetings, { ...audits, adjustments: [{ id: 'overlap', by: '15%' }] }] };
    expect(changes(after)).toEqual(['scheme: components.audits.adjustments.overlap.by "10%" → "15%" (scheme.json)']);
  });

  it('is a place in a list without ids', () => {
    const [meetings, audits] = before.components;
    const after = { ...before, components: [meetings, { ...audits, thresholds: ['50%', '85%', '95%'] }] };
    expect(changes(after)).toEqual([
      'scheme: components.audits.thresholds.2 "80%" → "85%" (scheme.json)',
      'scheme: components.audits.thresholds.3 nothing → "95%" (scheme.json)',
    ]);
  });

  it('is a block that was added, moved or taken out', () => {
    const [meetings, audits] = before.components;
    expect(changes({ ...before, components: [audits, meetings] })).toEqual([]);
    expect(changes({ ...before, components: [audits] })).toEqual([
      'scheme: components.meetings {"id":"meetings","value":{"kind":"per-event","pounds":"250.00"}} → nothing (scheme.json)',
    ]);
    expect(changes({ ...before, rounding: undefined })).toEqual([
      'scheme: rounding {"at":"period"} → nothing (scheme.json)',
    ]);
  });

  it('touches its own component, or all, and words touch nothing', () => {
    const [meetings, audits] = before.components;
    const [value] = schemeChanges(before, { ...before, components: [{ ...meetings, value: 'none' }, audits] });
    const [rounding] = schemeChanges(before, { ...before, rounding: { at: 'component' } });
    const [title] = schemeChanges(before, { ...before, title: 'Another' });
    expect(value && schemeCause(value).touches).toEqual(['meetings']);
    expect(rounding && schemeCause(rounding).touches).toBe('all');
    expect([value, rounding, title].map((change) => change && isOfWords(change))).toEqual([false, false, true]);
  });
});

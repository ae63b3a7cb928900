import { describe, expect, it } from 'vitest';
import { provenanceJson, readProvenance } from '../../../src/record/run-folder/provenance.ts';
import { provenance } from '../sample.ts';

describe('provenance.json', () => {
  it('is read back as it was written', () => {
    expect(provenanceJson(provenance).startsWith('{\n  "format": "quarterday/provenance/1",\n')).toBe(true);
    expect(readProvenance(provenanceJson(provenance))).toEqual(provenance);
  });

  it('may say more, or less, as long as it names the version', () => {
    expect(readProvenance('{"version": "12.0.3-rc.1", "more": 1}')?.version).toBe('12.0.3-rc.1');
  });

  it.each([
    '',
    '[]',
    '{}',
    '{"version": 1}',
    '{"version": ""}',
    '{"version": "one"}',
    '{"version": "v1.0"}',
    '{"version": "1.0\\nx"}',
  ])('does not name one in %s', (text) => {
    expect(readProvenance(text)).toBeNull();
  });
});

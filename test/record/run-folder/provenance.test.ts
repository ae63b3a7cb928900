import { describe, expect, it } from 'vitest';
import { provenanceJson, readProvenance } from '../../../src/record/run-folder/provenance.ts';
import { provenance } from '../sample.ts';

describe('provenance.json', () => {
  it('is read back as it was written', () => {
    expect(provenanceJson(provenance).startsWith('{\n  "format": "quarterday/provenance/1",\n')).toBe(true);
    expect(readProvenance(provenanceJson(provenance))).toEqual(provenance);
  });

  it('may say more, or less, as long as it names the version', () => {
    for (const version of ['12.0.3-rc.1', '1.10.12', '3'])
      expect(readProvenance(`{"version": "${version}", "more": 1}`)?.version).toBe(version);
    for (const given of ['"run"', '[1]', 'null'])
      expect(readProvenance(`{"version": "1.0.0", "arguments": ${given}}`)?.arguments).toEqual([]);
    expect(readProvenance('{"version": "1.0.0"}')?.arguments).toEqual([]);
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

import { describe, expect, it } from 'vitest';
import { manifestJson, runFolderName, runIdOf, schemeSha256Of } from '../../../src/record/run-folder/manifest.ts';
import { manifest } from '../sample.ts';

describe('manifestJson', () => {
  it('has its keys and files in a fixed order, and money as text of pounds', () => {
    expect(manifestJson(manifest)).toBe(`{
  "format": "quarterday/run/1",
  "calculation": "3",
  "scheme": "sample-2020-21",
  "period": "spring",
  "as_at": "2020-10-15",
  "encoding": "utf-8",
  "inputs": [
    {
      "file": "paid.csv",
      "sha256": "${'a'.repeat(64)}",
      "bytes": 10,
      "rows": 3
    },
    {
      "file": "scheme.json",
      "sha256": "${'b'.repeat(64)}",
      "bytes": 20,
      "rows": null
    }
  ],
  "newest_posting": null,
  "controls": {
    "practices": 2,
    "entitlement": "10.00",
    "already_paid": "4.00",
    "payments": "9.00",
    "clawbacks_due": "1.00",
    "clawbacks_deferred": "2.00",
    "clawbacks_proposed": "0.00",
    "clawbacks_waived": "0.00",
    "net": "8.00",
    "not_paid": "0.50",
    "paid_ahead": "0.07",
    "rows": {
      "payments.csv": 2,
      "withheld.csv": 1
    }
  }
}
`);
  });

  it('is the same whatever the order in which the inputs were read', () => {
    const turned = { ...manifest, inputs: manifest.inputs.toReversed() };
    expect(manifestJson(turned)).toBe(manifestJson(manifest));
  });
});

describe('runIdOf', () => {
  it('is the sha256 of the text, and names the folder with its first twelve characters', () => {
    expect(runIdOf('{}\n')).toBe('ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356');
    expect(runFolderName(manifest, runIdOf('{}\n'))).toBe('sample-2020-21-spring-ca3d163bab05');
  });
});

describe('schemeSha256Of', () => {
  it('is that of the scheme among the inputs, without which there is no run', () => {
    expect(schemeSha256Of(manifest)).toBe('b'.repeat(64));
    expect(schemeSha256Of({ inputs: manifest.inputs.toReversed() })).toBe('b'.repeat(64));
    const others = manifest.inputs.filter(({ file }) => file !== 'scheme.json');
    expect(() => schemeSha256Of({ inputs: others })).toThrow('a run without a scheme among its inputs');
  });
});

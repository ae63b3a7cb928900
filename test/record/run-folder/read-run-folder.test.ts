import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownCurrency } from '../../../src/domain/money/currency.ts';
import { checksumsText, readChecksums } from '../../../src/record/run-folder/checksums.ts';
import { manifestJson, runIdOf } from '../../../src/record/run-folder/manifest.ts';
import { readManifest } from '../../../src/record/run-folder/read-manifest.ts';
import { openRecordedRun } from '../../../src/record/run-folder/read-run-folder.ts';
import { openRunFolder } from '../../../src/record/run-folder/run-folder.ts';
import { edit } from '../../make/hide.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';
import { manifest, provenance, sha256 } from '../sample.ts';

function published(): string {
  const folder = openRunFolder(emptyFolder());
  folder.sink('payments.csv')('practice_code\r\n');
  folder.keepInput('paid.csv', Buffer.from('a,b\n'), sha256('a,b\n'));
  return folder.publish(manifest, provenance).path;
}

describe('a run folder that is opened', () => {
  it('gives its manifest, its run id and the text of its files', () => {
    const opened = openRecordedRun(published());
    if (opened.kind !== 'run') throw new Error(opened.why);
    const inputs = manifest.inputs.toSorted((a, b) => (a.file < b.file ? -1 : 1));
    expect(opened.run.manifest).toEqual({ ...manifest, inputs });
    expect(opened.run.runId).toBe(runIdOf(manifestJson(manifest)));
    expect(opened.run.text('payments.csv')).toBe('practice_code\r\n');
    expect(opened.run.text('inputs/paid.csv')).toBe('a,b\n');
    expect(opened.run.text('clawbacks.csv')).toBeNull();
  });

  it.each<[string, (run: string) => void, string, string]>([
    [
      'no checksums',
      (run) => rmSync(join(run, 'SHA256SUMS')),
      'SHA256SUMS',
      'is missing, so that the folder is incomplete and no run',
    ],
    [
      'checksums that are none',
      (run) => writeFileSync(join(run, 'SHA256SUMS'), 'x\n'),
      'SHA256SUMS',
      'is not a sorted list of checksums and names',
    ],
    ['no manifest', (run) => rmSync(join(run, 'run.json')), 'run.json', 'is missing, though SHA256SUMS lists it'],
    [
      'a report gone',
      (run) => rmSync(join(run, 'payments.csv')),
      'payments.csv',
      'is missing, though SHA256SUMS lists it',
    ],
    [
      'another manifest',
      (run) => writeFileSync(join(run, 'run.json'), `${readFileSync(join(run, 'run.json'))} `),
      'run.json',
      'does not have the checksum that SHA256SUMS gives it',
    ],
    [
      'no manifest, though nothing lists it',
      (run) => {
        rmSync(join(run, 'run.json'));
        edit(join(run, 'SHA256SUMS'), (text) => text.replace(/.* {2}run.json\n/, ''));
      },
      'run.json',
      'is missing',
    ],
    [
      'a manifest that is not listed',
      (run) => edit(join(run, 'SHA256SUMS'), (text) => text.replace(/.* {2}run.json\n/, '')),
      'run.json',
      'does not have the checksum that SHA256SUMS gives it',
    ],
    [
      'a manifest that this program did not write',
      (run) => {
        writeFileSync(join(run, 'run.json'), '{}\n');
        writeFileSync(join(run, 'SHA256SUMS'), `${sha256('{}\n')}  run.json\n`);
      },
      'run.json',
      'is not a manifest as this program writes it',
    ],
  ])('is none with %s', (_, damage, file, why) => {
    const run = published();
    damage(run);
    expect(openRecordedRun(run)).toEqual({ kind: 'not-a-run', file, why });
  });

  it('says what the system does not let it look at', () => {
    const run = published();
    const { files } = failing((call) => call === 'exists' && 'EACCES');
    expect(() => openRecordedRun(run, files)).toThrow(`could not look at ${run}: EACCES`);
  });

  it('is none where there is nothing', () => {
    const empty = join(emptyFolder(), 'empty');
    mkdirSync(empty);
    expect(openRecordedRun(empty)).toMatchObject({ kind: 'not-a-run', file: 'SHA256SUMS' });
  });
});

describe('readManifest', () => {
  const newest = { serial: 3, sha256: 'c'.repeat(64), schemeSha256: 'd'.repeat(64) };
  const text = manifestJson({ ...manifest, newestPosting: newest });

  it('reads what manifestJson writes', () => {
    expect(readManifest(text)?.newestPosting).toEqual(newest);
    expect(manifestJson(readManifest(text) ?? manifest)).toBe(text);
    const none = { serial: 0, sha256: null, schemeSha256: null };
    const empty = manifestJson({ ...manifest, newestPosting: none });
    expect(readManifest(empty)?.newestPosting).toEqual(none);
  });

  it('reads the currency that is named, and none where it is sterling', () => {
    const currency = knownCurrency('EUR');
    if (!currency) throw new Error('the euro is not known');
    const inEuros = manifestJson({ ...manifest, currency });
    expect(inEuros).toContain('\n  "format": "quarterday/run/1",\n  "currency": "EUR",\n');
    expect(readManifest(inEuros)?.currency).toEqual(currency);
    expect(readManifest(text)).not.toHaveProperty('currency');
    for (const other of ['"GBP"', '"XXX"', '1', 'null'])
      expect(readManifest(inEuros.replace('"EUR"', other)), other).toBeNull();
  });

  it.each([
    ['an input that is nothing', text.replace(/\{\n {6}"file"[^}]*\}/, 'null')],
    ['a number for a hash', text.replace(`"${'c'.repeat(64)}"`, '5')],
    ['no rows of reports', text.replace(/"rows": \{[^}]*\}/, '"rows": null')],
    ['a list of rows', text.replace(/"rows": \{[^}]*\}/, '"rows": []')],
    ['no JSON', 'run'],
    ['a list', '[]'],
    ['no controls', '{"as_at": "2020-10-15", "inputs": []}'],
    ['a number for money', text.replace('"10.00"', '10.00')],
    ['words for money', text.replace('"10.00"', '"a lot"')],
    ['money with a zero before it', text.replace('"10.00"', '"010.00"')],
    ['money without its pence', text.replace('"10.00"', '"10"')],
    ['a day that is none', text.replace('2020-10-15', '2020-02-30')],
    ['a text for a number', text.replace('"bytes": 10', '"bytes": "10"')],
    ['a key more', text.replace('"scheme":', '"more": 1,\n  "scheme":')],
    ['another order', text.replace('"serial": 3,\n    "sha256": "c', '"sha256": "c')],
    ['a later format', text.replace('quarterday/run/1', 'quarterday/run/2')],
    ['another calculation', text.replace('"calculation": "3"', '"calculation": "2"')],
  ])('takes nothing else: %s', (_, other) => {
    expect(readManifest(other)).toBeNull();
  });
});

describe('readChecksums', () => {
  const sums = [
    { name: 'inputs/scheme.json', sha256: 'a'.repeat(64) },
    { name: 'run.json', sha256: 'b'.repeat(64) },
  ];

  it('reads what checksumsText writes', () => {
    expect(readChecksums(checksumsText(sums))).toEqual(sums);
    expect(readChecksums('')).toEqual([]);
  });

  it.each([
    ['out of order', checksumsText(sums).split('\n').reverse().join('\n')],
    ['a name twice', checksumsText([...sums, ...sums])],
    ['a name that leads elsewhere', checksumsText([{ name: '../run.json', sha256: 'a'.repeat(64) }])],
    ['a path from the root', checksumsText([{ name: '/etc/passwd', sha256: 'a'.repeat(64) }])],
    ['no sha256', checksumsText([{ name: 'run.json', sha256: 'A'.repeat(64) }])],
    ['no end', checksumsText(sums).slice(0, -1)],
    ['binary marks', checksumsText(sums).replaceAll('  ', ' *')],
  ])('takes nothing else: %s', (_, text) => {
    expect(readChecksums(text)).toBeNull();
  });
});

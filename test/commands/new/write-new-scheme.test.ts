import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../../src/commands/new/kinds.ts';
import { emptyFolder, quarterday } from '../../make/host.ts';

async function made(kind: string): Promise<string> {
  const out = join(emptyFolder(), 'mine.json');
  const { exit, stdout, stderr } = await quarterday(['new', '--kind', kind, '--id', 'mine-2027-28', '--out', out]);
  expect([exit, stdout]).toEqual([0, `${out}\n`]);
  expect(stderr).toContain('Next: fill it in; its assumptions say what is made up. quarterday check ');
  expect(stderr).toContain(`quarterday schema scheme > ${join(dirname(out), 'scheme.schema.json')}\n`);
  return out;
}

describe.each(kinds)('a new scheme of the kind %s', (kind) => {
  it('is valid at once, with examples to the penny, and shows what is made up', async () => {
    const file = await made(kind);
    const checked = await quarterday(['check', file, '--strict']);
    expect([checked.exit, checked.stderr.includes('error')]).toEqual([0, false]);
    expect(checked.stdout).toContain('to the penny');
    const shown = await quarterday(['show', file]);
    expect(shown.stdout).toContain('Made up, to be replaced by what the paper says: the term and its payment periods.');
  });

  it('is a draft that no run pays, until it is agreed', async () => {
    const file = await made(kind);
    const data = join(emptyFolder(), 'data');
    expect((await quarterday(['template', file, '--out', data])).exit).toBe(0);
    writeFileSync(join(data, 'practices.csv'), 'practice_code,practice_name\nZ00001,Ash\n');
    writeFileSync(join(data, 'list-sizes.csv'), 'practice_code,as_at,patients\nZ00001,2027-04-01,5000\n');
    const run = ['run', file, '--period', 'Q1', '--as-at', '2027-07-31', '--data', data];
    const draft = await quarterday(run);
    expect([draft.exit, draft.stderr.includes('error draft-scheme')]).toEqual([1, true]);
    const written = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...written, status: 'agreed' }));
    const paid = await quarterday(run);
    expect([paid.exit, paid.stderr.includes('warning scheme-made-up')]).toEqual([0, true]);
    // In brief at every command but check, by which it is mended; with --strict they stop the run, and stand in full.
    const inFull = '  fix of each: write what the paper says, and take this assumption out';
    const brief = `holds what is made up (5)\n  mine.json: quarterday check ${file} says each in full, with its fix\n\n`;
    expect([paid.stderr.includes(brief), paid.stderr.includes(inFull)]).toEqual([true, false]);
    for (const command of [
      ['check', file],
      [...run, '--strict'],
    ]) {
      const { stderr } = await quarterday(command);
      expect([stderr.split(inFull).length, stderr.match(/ assumptions\[\d\]/g)?.length]).toEqual([2, 5]);
    }
    const lines = (await quarterday([...run, '--format', 'json'])).stderr.trim().split('\n');
    expect(lines.filter((line) => line.includes('"scheme-made-up"'))).toHaveLength(5);
  });
});

it('is told as data', async () => {
  const out = join(emptyFolder(), 'mine.json');
  const { stdout } = await quarterday(['new', '--kind', 'pool', '--id', 'mine', '--out', out, '--format', 'json']);
  expect(JSON.parse(stdout)).toEqual({ format: 'quarterday/new/1', kind: 'pool', scheme: 'mine', file: out });
});

it('is written over nothing, and nowhere', async () => {
  const out = join(emptyFolder(), 'mine.json');
  writeFileSync(out, 'mine');
  const taken = await quarterday(['new', '--kind', 'pool', '--id', 'mine', '--out', out]);
  expect([taken.exit, readFileSync(out, 'utf8')]).toEqual([4, 'mine']);
  expect(taken.stderr).toBe(
    [
      'error target-exists What is to be written is there already (1)',
      `  --out  "${out}"`,
      '    there is a file already, and nothing is written over',
      '    fix: choose a name that is not taken',
      '',
      '1 error. Nothing was written.',
      '',
    ].join('\n'),
  );
  const lost = join(emptyFolder(), 'no', 'mine.json');
  expect((await quarterday(['new', '--kind', 'pool', '--id', 'mine', '--out', lost])).exit).toBe(2);
  expect(existsSync(lost)).toBe(false);
});

it('has a kind that there is, and an id of its own', async () => {
  const out = join(emptyFolder(), 'mine.json');
  const kind = await quarterday(['new', '--kind', 'pooled', '--id', 'mine', '--out', out]);
  expect([kind.exit, kind.stderr.includes('per-patient, events, pool, achievement')]).toEqual([2, true]);
  for (const id of ['my scheme', '', 'dorset-ccip-2015-16'])
    expect((await quarterday(['new', '--kind', 'pool', `--id=${id}`, '--out', out])).exit, id).toBe(2);
  expect(existsSync(out)).toBe(false);
});

it('is named by a word without its option, which is then told', async () => {
  expect((await quarterday(['new', 'my-scheme'])).stderr).toBe(
    [
      'error missing-argument Something that the command needs is not given (3)',
      '  --kind',
      '    new needs --kind: what it pays: so much a patient, by the event, a budget that is shared, or by achievement',
      '    fix: add --kind <kind>',
      '  --id',
      '    new needs --id: id of the scheme: letters, digits and hyphens',
      '    fix: write --id my-scheme',
      '  --out',
      '    new needs --out: the file to write; it must not be there yet',
      '    fix: add --out <file>',
      '',
      '3 errors. Nothing was written.',
      '',
    ].join('\n'),
  );
  const path = await quarterday(['new', './my scheme.json', '--kind', 'pool']);
  expect(path.stderr).toContain('    fix: write --out "./my scheme.json"\n');
  expect(path.stderr).toContain('    fix: add --id <id>\n');
});

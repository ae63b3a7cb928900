import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../make/host.ts';

// A scheme whose members are farms speaks of farms, wherever it speaks: only files and columns keep their names.

const scheme = fileURLToPath(new URL('../../fixtures/other-schemes/farms.json', import.meta.url));

/** What is left of a text without the names of files, columns and options. */
function spoken(text: string): string {
  return text.replaceAll(/practices\.csv|practice_(code|name)|--practice|"practices?(_\w+)?":|general practices/g, '');
}

function dataFolder(tables: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder();
  const all = {
    'practices.csv': [
      'practice_code,practice_name,joined_on,left_on',
      'farm-1,Upper Farm,,',
      '106-7,Lower Farm,2020-10-01,2021-02-28',
      '',
    ].join('\n'),
    'evidence.csv': 'practice_code,evidence,received_on\nfarm-1,map,2020-05-01\n',
    'measures.csv': [
      'practice_code,measure,as_at,numerator',
      'farm-1,fields,2020-06-01,12',
      '106-7,fields,2020-06-01,8',
      'farm-1,hedges,2020-06-01,700',
      '',
    ].join('\n'),
    ...tables,
  };
  for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, file), text);
  return folder;
}

const asked = ['--period', 'Q4', '--as-at', '2021-04-30'];

describe('a scheme of farms', () => {
  it('is shown, and its template made, in its own noun', async () => {
    const shown = await quarterday(['show', scheme]);
    expect(shown.stdout).toContain('£1,000 a farm');
    expect(shown.stdout).toContain('for all farms together');
    expect(spoken(shown.stdout)).not.toMatch(/practice|Patients/);
    const out = join(emptyFolder(), 'data');
    expect(await quarterday(['template', scheme, '--out', out])).toMatchObject({ exit: 0 });
    const texts = readdirSync(out).map((file) => readFileSync(join(out, file), 'utf8'));
    expect(texts.join('\n')).toContain('the farm: 1 to 20 letters, digits and hyphens');
    expect(spoken(texts.join('\n'))).not.toMatch(/practice/i);
  });

  it('is run and explained in its own noun, by codes of its own form, and without lists', async () => {
    const out = emptyFolder();
    const ran = await quarterday(['run', scheme, ...asked, '--data', dataFolder(), '--out', out]);
    expect({ exit: ran.exit, stderr: ran.stderr }).toMatchObject({ exit: 0 });
    expect(ran.stdout).toContain('2 farms\n');
    expect(spoken(ran.stdout)).not.toMatch(/practice|patient/i);
    const run = join(out, readdirSync(out)[0] ?? '');
    const reasons = ['withheld.csv', 'workings.csv', 'summary.json'].map((file) =>
      readFileSync(join(run, file), 'utf8'),
    );
    expect(spoken(reasons.join('\n'))).not.toMatch(/\bpractice/i);
    const stories = join(emptyFolder(), 'stories');
    mkdirSync(stories);
    const told = await quarterday(['explain', run, '--practice', '106-7']);
    expect(told.stdout).toContain('Farm: Lower Farm (106-7)');
    expect(told.stdout).toContain('The farm left the scheme on 28 February 2021.');
    expect(spoken(told.stdout)).not.toMatch(/practice|patient/i);
  });

  it('has its mistakes told in its own noun', async () => {
    const data = dataFolder({
      'practices.csv': 'practice_code,practice_name\nfarm-1,Upper Farm\nfarm-1,Again\nno code,None\n',
      'measures.csv':
        'practice_code,measure,as_at,numerator,denominator\nfarm-2,fields,2020-06-01,12,\nfarm-1,fields,2020-06-01,12,3\n',
    });
    const told = await quarterday(['run', scheme, ...asked, '--data', data]);
    expect(told.exit).toBe(1);
    expect(told.stderr).toContain('the farm is in line 2 already');
    expect(told.stderr).toContain('is not in practices.csv; expected a farm that is');
    expect(told.stderr).toContain('expected 1 to 20 letters, digits and hyphens');
    expect(told.stderr).toContain('the measure is a plain figure, without a denominator');
    const messages = told.stderr.split('\n').filter((line) => line.startsWith('  '));
    expect(spoken(messages.join('\n'))).not.toMatch(/practice/i);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { codeAt, lettersOf, paidBefore, practicesOf } from '../../make/letter-states.ts';

/** What stands in the packed streams of a file: its objects, and what is drawn on each page. */
function streamsOf(path: string): readonly string[] {
  const bytes = readFileSync(path);
  const streams = [...bytes.toString('latin1').matchAll(/\/Length (\d+)[^>]*>>stream\n/g)];
  return streams.flatMap(({ 0: head, 1: length, index }) => {
    const packed = bytes.subarray(index + head.length, index + head.length + Number(length));
    // What says of the file to those who do not open it is not packed.
    return packed[0] === 0x78 ? [inflateSync(packed).toString('latin1')] : [];
  });
}

it('a letter tells a screen reader its language and title, what each head of a table stands for, and nothing twice', async () => {
  const rows = {
    ...practicesOf(['Abbey Surgery', 'Bere Surgery'], [1]),
    'payees.csv': [1, 2].map((number) => `${codeAt(number)},,POOL-A,Two Hills (pooled),2015-04-01`),
    'paid.csv': paidBefore([1, 2], [1, 2], 'POOL-A'),
  };
  const folder = await lettersOf({ schemes: [{ of: { waits: 3 }, rows }] });
  const streams = streamsOf(join(folder, 'statements', 'POOL-A.pdf'));
  const pages = streams.filter((each) => each.includes('/Artifact BMC'));
  const objects = streams.filter((each) => !pages.includes(each)).join('\n');
  expect(objects).toContain('/Lang(en-GB)/ViewerPreferences<</DisplayDocTitle true>>');
  const heads = objects.match(/\/S\/TH\b/g) ?? [];
  const scopes =
    objects.match(/\/S\/TH\/P \d+ 0 R\/Pg \d+ 0 R\/K\[[\d ]+\]\/A<<\/O\/Table\/Scope\/(Row|Column)>>/g) ?? [];
  expect(heads.length).toBeGreaterThan(30);
  expect(scopes).toHaveLength(heads.length);
  // A table begins with its caption, where it has one, and then the heads of its columns.
  expect(objects.match(/\/S\/Caption\b/g)?.length).toBeGreaterThan(5);
  // Each item of a list has its bullet by itself, as a label, and then what it says.
  const items = objects.match(/\/S\/LI\/P \d+ 0 R\/K\[\d+ 0 R \d+ 0 R\]>>/g) ?? [];
  expect(items.length).toBeGreaterThan(0);
  for (const tag of ['LI', 'Lbl', 'LBody']) {
    expect(objects.match(new RegExp(`/S/${tag}/`, 'g')), tag).toHaveLength(items.length);
  }
  expect(objects.match(/\/S\/L\/P \d+ 0 R\/K\[[\d R]+\]\/A<<\/O\/List\/ListNumbering\/Disc>>>>/g)).toHaveLength(
    objects.match(/\/S\/L\//g)?.length ?? 0,
  );
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    const numbers = [...page.matchAll(/\/MCID (\d+)/g)].map(([, number]) => Number(number));
    expect(new Set(numbers).size).toBe(numbers.length);
    // Lines, tints, the foot of the page: everything is either told or furniture.
    const besides = page.replaceAll(/\/Artifact BMC.*?EMC|\/\w+ ?<<\/MCID \d+>> ?BDC.*?EMC/gs, '');
    expect(besides.trim()).toBe('');
  }
});

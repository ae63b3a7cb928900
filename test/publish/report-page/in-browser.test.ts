import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Browser, hasBrowser, type Look } from '../../make/browser.ts';
import { emptyFolder, folderOf } from '../../make/host.ts';
import { lettersOf, practicesOf } from '../../make/letter-states.ts';
import { readPdf } from '../../make/papers.ts';
import { dorset, dorsetAfterAPosting, dorsetQ4, reportOf } from '../../make/publications.ts';
import { changed, rowsOf, runFolder } from '../../make/runs.ts';

/** Faults by the rules of WCAG 2.2, A and AA, and what axe holds for good practice. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found: string = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).slice(0, 3).join(' '))))`,
  );
  return JSON.parse(found);
}

/** Pence of `£1,234.56`, `−£12.00` or a dash. */
function penceIn(text: string): number {
  const digits = text.replace(/[^\d]/g, '');
  return digits === '' ? 0 : Number(digits) * (text.includes('−') ? -1 : 1);
}

function added(rows: readonly Record<string, string>[], column: string): number {
  return rows.map((row) => Math.round(Number(row[column]) * 100)).reduce((a, b) => a + b, 0);
}

describe.skipIf(!hasBrowser)('report.html in a browser', () => {
  let browser: Browser;
  let run: string;
  let report: string;

  beforeAll(async () => {
    const made = await dorsetAfterAPosting();
    run = made.run;
    report = await reportOf([run], '--ledger', made.ledger);
    browser = await Browser.open();
  });
  afterAll(() => browser?.close());

  async function look(at: Look = {}, file = report): Promise<Page> {
    const page = await browser.look(file, at);
    onTestFinished(() => page.close());
    return page;
  }

  it('shows the figures of the CSVs', async () => {
    const page = await look();
    const [payments, clawbacks, statements, withheld] = ['payments', 'clawbacks', 'statements', 'withheld'].map(
      (name) => rowsOf(run, `${name}.csv`),
    );
    if (!payments || !clawbacks || !statements || !withheld) throw new Error('a report is missing');
    expect(penceIn((await page.textContent('.net')) ?? '')).toBe(added(statements, 'net'));
    for (const code of new Set(statements.map(({ practice_code }) => practice_code))) {
      const own = statements.filter(({ practice_code }) => practice_code === code);
      const row = page.locator('#list tbody tr', { hasText: code ?? '' });
      const cell = async (head: string) => penceIn((await row.locator(`[data-h="${head}"]`).textContent()) ?? '');
      expect(await cell('Net'), code).toBe(added(own, 'net'));
      expect(await cell('Pays now'), code).toBe(added(own, 'payments'));
      expect(await cell('Comes back'), code).toBe(0 - added(own, 'clawbacks'));
      const waits = clawbacks.filter(({ practice_code, status }) => practice_code === code && status === 'proposed');
      expect(await cell('Waits'), code).toBe(added(waits, 'amount'));
    }
    const due = clawbacks.filter(({ status }) => status === 'due');
    const thisRun = (await page.locator('.per tbody tr [data-h="This run"]').allTextContents()).map(penceIn);
    const components = [...new Set(rowsOf(run, 'workings.csv').map(({ component }) => component))];
    expect(thisRun).toHaveLength(components.length);
    for (const [place, component] of components.entries()) {
      const of = (rows: Record<string, string>[]) =>
        added(
          rows.filter((row) => row.component === component),
          'amount',
        );
      expect(thisRun[place], component).toBe(of(payments) - of(due));
    }
    const lost = withheld.filter(({ status }) => status !== 'carried' && status !== 'set-off');
    expect(penceIn((await page.textContent('.why tfoot .n')) ?? '')).toBe(added(lost, 'amount'));
    expect(penceIn((await page.textContent('.rec tfoot .n')) ?? '')).toBe(added(clawbacks, 'amount'));
    const causes = await page.locator('.why tbody tr:not(.grp) [data-h="Not earned"]').allTextContents();
    expect(causes.map(penceIn).reduce((a, b) => a + b, 0)).toBe(added(lost, 'amount'));
  });

  it('leads from the total to a step, its clause, the row of evidence, the claims and the posting, and every link can be cited', async () => {
    const page = await look();
    await page.click('#list a:has-text("Jurassic Practice")');
    expect(await page.textContent('#figure-h')).toBe('Jurassic Practice Z10010');
    // One sum has one name in the table of all and in that of a practice.
    const heads = (table: string) => page.locator(`${table} thead th`).allTextContents();
    const periods = ['Quarter 1', 'Quarter 2', 'Quarter 3', 'Quarter 4', 'Whole term', 'Paid before', 'This run'];
    expect(await heads('.per')).toEqual(['Component', ...periods]);
    expect(await heads('.mat')).toEqual(['Component', ...periods]);
    expect(await page.locator('.mat tbody [data-h="Whole term"]').count()).toBe(
      await page.locator('.mat tbody tr').count(),
    );
    await page.click('.fig[data-figure="Z10010/integrated-teams/Q1"]');
    const steps = (await page.locator('.steps > li').allTextContents()).map((text) => text.replace(/\s+/g, ' '));
    expect(steps).toEqual([
      'Worth7,001 patients × £2.00 clause 14 item 4£14,002.00list-sizes.csv line 11 Z10010,2015-03-31,7001',
      'Quarter 125% of £14,002.00: £3,500.50 to date clause 18, 23£3,500.50',
      "✕ Asked for to keep the moneyImplementation plan for integrated teams, supported by the locality chair, by 30 September 2015 clause 12, 26came 1 October 2015, lateevidence.csv line 103 Z10010,integrated-teams-plan,,,2015-10-01,,chair's statement attached",
      '✓ Asked for to keep the moneyIntegrated care report, by 30 June 2016 clause 20, 21(a), 26came 11 June 2016evidence.csv line 105 Z10010,integrated-care-report,,,2016-06-11,,',
      'Earnednothing£0.00£3,500.50, can no longer be earned: Implementation plan for integrated teams, supported by the locality chair: received 1 October 2015, due by 30 September 2015 clause 12, 26',
      'Paid before31 July 2015, outside this program, run Q1−£3,500.50paid.csv line 59 Z10010,integrated-teams,Q1,3500.50,2015-07-31,,run Q1',
      'Taken back nowrecovery decided by S. Dyer on 4 July 2016, £7,001.00: notice given 2 May 2016, no action plan agreed (27) clause 12, 26, 27−£3,500.50S. Dyer, 4 July 2016: notice given 2016-05-02, no action plan agreed (27)decisions.csv line 3 Z10010,integrated-teams,recover,,,,7001.00,2016-07-04,S. Dyer,"notice given 2016-05-02, no action plan agreed (27)"',
    ]);
    expect(new URL(page.url()).hash).toBe('#Z10010/integrated-teams/Q1');
    const cited = await look({ at: 'Z10001/locality-meetings/Q2' });
    const text = (await cited.textContent('#steps'))?.replace(/\s+/g, ' ');
    expect(text).toContain('Claims that count1 × locality-meeting × £250.00');
    expect(text).toMatch(/locality meeting LM-\S+ on \d+ \w+ 2015, claimed \d+ \w+ 2015: claims\.csv line \d+/);
    expect(text).toContain('15 November 2015, posting 1−£250.00posted.csv line');
    const waiting = await look({ at: 'Z10009/primary-care-development/Q4' });
    expect(await waiting.locator('.steps > li').last().textContent()).toBe(
      '… Can still changeit waits for “End of year report”; it has no last dayprovisional',
    );
    const refused = await cited.locator('#figure table').last().textContent();
    expect(refused).toContain('at most 6 count, and they were claimed before this one');
  });

  it('finds and sorts practices, and says so', async () => {
    const page = await look();
    await page.fill('#find-text', 'bridport');
    expect(await page.textContent('#found')).toBe('3 of 14 practices');
    await page.fill('#find-text', 'no such place');
    expect(await page.textContent('#found')).toBe('None found. Write fewer letters, or show all.');
    await page.fill('#find-text', '');
    await page.selectOption('#find-kind', 'waits');
    expect(await page.locator('#list tbody tr').count()).toBe(4);
    await page.selectOption('#find-kind', '');
    const names = () => page.locator('#list tbody th a').allTextContents();
    await page.click('#list th[data-key=earned] button');
    expect((await names()).slice(0, 2)).toEqual(['Harbour View', 'Frome Side Surgery']);
    expect(await page.textContent('#sorted')).toBe('Sorted by Earned, largest first');
    await page.click('#list th[data-key=name] button');
    expect((await names()).slice(0, 2)).toEqual(['Abbey Road Surgery', 'Bere Cross Practice']);
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
    expect(await page.textContent('#list tfoot th')).toBe('All 14');
  });

  it('needs no mouse', async () => {
    const page = await look();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.focus('#who');
    await page.keyboard.type('jurassic');
    await page.keyboard.press('Enter');
    expect(await page.textContent('#figure-h')).toContain('Jurassic Practice');
    await page.focus('.fig[data-figure="Z10010/integrated-teams/Q1"]');
    await page.keyboard.press('Enter');
    expect(await page.textContent('#steps-h')).toBe('Practice participation in integrated teams, Quarter 1');
    expect(await page.getAttribute('.fig[data-figure="Z10010/integrated-teams/Q1"]', 'aria-pressed')).toBe('true');
    const ring = await page.evaluate('getComputedStyle(document.activeElement).outlineWidth');
    expect(ring).toBe('3px');
  });

  it.each([
    { width: 1280, colours: 'light' },
    { width: 1280, colours: 'dark' },
    { width: 320, colours: 'light' },
  ] as const)('has no fault of access at $width, $colours, with a figure open', async (at) => {
    expect(await faults(await look({ ...at, at: 'Z10010/integrated-teams/Q1' }))).toEqual([]);
  });

  it.each([320, 768, 1024])('does not scroll sideways at %i', async (width) => {
    const page = await look({ width, at: 'Z10010/integrated-teams/Q1' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  // A window of 1280 by 1024 at 400 %, as WCAG 1.4.10 has it.
  it.each([
    ['overview', ''],
    ['practice', 'Z10010'],
    ['component', 'components'],
    ['list of claims', 'Z10001/locality-meetings/Q2'],
    ['drilled step', 'Z10010/integrated-teams/Q1'],
  ])('has nothing cut off and nothing to scroll sideways at 400 %%: %s', async (_, at) => {
    const page = await look({ width: 320, height: 256, at });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const cut: string[] = await page.evaluate(`[...document.querySelectorAll('body *')]
      .filter((each) => !each.closest('.skip, thead, svg, datalist, input') && each.clientWidth > 1)
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        const hides = getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
        return left < -1 || right > 321 || hides;
      })
      .map((each) => each.tagName + '.' + each.className + ': ' + each.textContent.slice(0, 60))`);
    expect(cut).toEqual([]);
    // What is said of bars goes where they go.
    expect(await page.locator('.of-bars').first().isVisible()).toBe(false);
  });

  it('prints no heading without its rows, a head on each page, and a long table from where it begins', async () => {
    const printed = async (page: Page) => {
      const path = join(emptyFolder(), 'report.pdf');
      await page.pdf({ path, preferCSSPageSize: true });
      // Where a head breaks is a matter of the fonts that are there.
      return (await readPdf(path)).pages.map((text) => text.replaceAll(/\s+/g, ' '));
    };
    const [, second = '', third = ''] = await printed(await look());
    const head = 'Practice Locality Earned Not earned Paid before Pays now Comes back Waits Net';
    expect(second).toContain('Localities in money.');
    expect(second).not.toContain('Every practice.');
    expect(third).toContain(`Every practice. ${head} Harbour View`);
    const forty = { schemes: [{ of: { components: 40 }, rows: practicesOf(['Abbey', 'Bere', 'Chesil'], [2]) }] };
    const long = await printed(await look({}, join(await lettersOf(forty, 'report'), 'report.html')));
    expect(long[0]).toContain('How the sum comes about');
    expect(long[0]).toContain('Prescribing');
    for (const page of long.slice(0, 3)) expect(page).toContain('Component Quarter 1 Quarter 2 Quarter 3 Quarter 4');
  });

  it('prints on A4, with the figure that is open', async () => {
    const page = await look({ at: 'Z10010/integrated-teams/Q1' });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.isVisible('#find')).toBe(false);
    expect(await page.isVisible('#steps')).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
  });

  it('draws rows of hundreds of practices as they are needed, those who owe first, and searches all', async () => {
    const codes = Array.from({ length: 260 }, (_, index) => `Z2${String(index).padStart(4, '0')}`);
    const data = folderOf({
      'practices.csv': `practice_code,practice_name\n${codes.map((code, index) => `${code},Surgery ${index}\n`).join('')}`,
      'list-sizes.csv': `practice_code,as_at,patients\n${codes.map((code, index) => `${code},2019-07-01,${1000 + index}\n`).join('')}`,
      'paid.csv': `practice_code,component,period,amount,paid_on\nZ20007,workforce-mapping,Q2,90000.00,2019-08-01\n`,
    });
    const made = await runFolder('west-hampshire-qps-2019-20', { period: 'Q2', asAt: '2019-10-15', data });
    const page = await look({}, await reportOf([made]));
    expect(await page.locator('#list tbody tr').count()).toBe(50);
    expect(await page.textContent('#list tbody tr >> nth=0')).toContain('Surgery 7');
    expect(await page.textContent('.hist figcaption b')).toMatch(
      /^Half of the practices are paid between £\d+ and £\d+; 1 end below nothing$/,
    );
    await page.click('#show-more');
    expect(await page.locator('#list tbody tr').count()).toBe(100);
    expect(await page.textContent('#shown')).toBe('100 of 260 are shown');
    await page.fill('#find-text', 'Z20259');
    expect(await page.locator('#list tbody th a').allTextContents()).toEqual(['Surgery 259']);
    expect(await faults(page)).toEqual([]);
  });

  it('takes names for text, however they are spelt, and asks nothing of any network', async () => {
    const long = `Meddygfa Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch ${'ŵ'.repeat(140)}`;
    const data = changed(dorsetQ4.data, {
      'practices.csv': (text) =>
        text
          .replace('Jurassic Practice', '<img src=x onerror=alert(1)>')
          .replace('Golden Cap Practice', "=cmd|' /C calc'!A0")
          .replace('Abbey Road Surgery', '</script><script>alert(2)</script>')
          .replace('Harbour View', long),
    });
    const hostile = await reportOf([await runFolder(dorset, { ...dorsetQ4, data })]);
    const page = await look({ width: 320, at: 'Z10010/integrated-teams/Q1' }, hostile);
    page.on('dialog', () => browser.complaints.push('a name ran as script'));
    expect(await page.textContent('#figure-h')).toBe('<img src=x onerror=alert(1)> Z10010');
    expect(await page.locator('img').count()).toBe(0);
    const names = await page.locator('#list tbody th a').allTextContents();
    expect(names).toContain("=cmd|' /C calc'!A0");
    expect(names).toContain('</script><script>alert(2)</script>');
    expect(names).toContain(long);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const wide = await look({ width: 1280 }, hostile);
    const column = await wide.locator('.why tbody tr:not(.grp) th').first().boundingBox();
    const sum = await wide.locator('.why tfoot .n').first().boundingBox();
    expect(column?.width).toBeGreaterThan(300);
    expect((sum?.x ?? 9999) + (sum?.width ?? 0)).toBeLessThan(1280);
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = 1' }))",
    );
    expect(await page.title()).toContain('£111,154.89 to approve');
    expect(browser.complaints.filter((each) => !each.includes('Content Security Policy'))).toEqual([]);
    expect(browser.asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
  });
});

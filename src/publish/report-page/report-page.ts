import { createHash } from 'node:crypto';
import scriptText from 'page-parts/script';
import styleText from 'page-parts/style';
import { sayDay } from '../../domain/day.ts';
import { noPence } from '../../domain/money/money.ts';
import type { Sentence } from '../../domain/words/sentence.ts';
import { joined, ours, type Said } from '../../domain/words/sentence.ts';
import type { MakeDocument } from '../document.ts';
import type { Publication } from '../publication.ts';
import { PackedDetails } from './details/packed-details.ts';
import { stripes } from './drawings.ts';
import { counted, patientsCounted, practicesCounted } from './figures.ts';
import { PageGathering } from './gather/gather.ts';
import type { Gathered } from './gather/gathered.ts';
import { type Child, htmlOf, jsonInPage, type Markup, tag } from './markup.ts';
import { bridgeSection } from './sections/bridge.ts';
import { comesBackSection } from './sections/comes-back.ts';
import { componentsSection } from './sections/components.ts';
import { decisionsSection } from './sections/decisions.ts';
import { followSection } from './sections/follow.ts';
import { localitiesSection } from './sections/localities.ts';
import { notEarnedSection } from './sections/not-earned.ts';
import type { Section } from './sections/parts.ts';
import { sectionHtml } from './sections/parts.ts';
import { positionSection, postedState } from './sections/position.ts';
import { practicesSection } from './sections/practices.ts';
import { restsOnSection } from './sections/rests-on.ts';
import { allRuns } from './sections/totals.ts';

/** report.html: one file that opens without a network, for a committee first and an auditor below. */
export const reportPage: MakeDocument = (publication) => {
  const details = new PackedDetails(publication);
  const gathering = new PageGathering(publication);
  return {
    take(run, practice) {
      gathering.take(run, practice);
      details.add(publication.runs.indexOf(run), practice);
    },
    count: () => 1,
    *files() {
      yield { name: 'report.html', content: pageHtml(publication, gathering.gathered, details) };
    },
  };
};

function* pageHtml(publication: Publication, gathered: Gathered, details: PackedDetails): Generator<string> {
  const { words } = publication;
  const sections = sectionsOf(publication, gathered);
  yield '<!doctype html>\n<html lang="en-GB">';
  yield htmlHead(gathered);
  yield '<body>';
  yield htmlOf(words, tag('a', { class: 'skip', href: '#main' }, 'Skip to what is to be approved'));
  yield htmlOf(words, stripes());
  yield htmlOf(words, banner(publication, gathered));
  yield '<div class="page">';
  yield htmlOf(words, contents(sections));
  yield '<main id="main" tabindex="-1">';
  for (const section of sections) yield htmlOf(words, sectionHtml(section));
  yield '</main></div>';
  yield htmlOf(words, foot(gathered));
  yield '<script type="application/json" id="details">';
  for (const line of details.lines()) yield `${jsonInPage(line)}\n`;
  yield '</script><script type="application/json" id="page-data">';
  yield jsonInPage(JSON.stringify(details.pageData(gathered.practices)));
  yield `</script><script>${scriptText}</script></body></html>\n`;
}

function sectionsOf({ finance }: Publication, gathered: Gathered): Section[] {
  const made = [
    positionSection(gathered),
    bridgeSection(gathered),
    componentsSection(finance?.budgets ?? [])(gathered),
    localitiesSection(gathered),
    practicesSection(gathered),
    notEarnedSection(gathered),
    comesBackSection(gathered),
    decisionsSection(gathered),
    followSection(gathered),
    restsOnSection(gathered),
  ];
  return made.filter((section) => section !== null);
}

/** The policy lets this page's own script and style work, and nothing else: nothing from outside, and nothing that a text could smuggle in. */
function htmlHead(gathered: Gathered): string {
  const style = styleText + printedFoot(gathered);
  const policy = `default-src 'none'; style-src 'sha256-${hashOf(style)}'; script-src 'sha256-${hashOf(scriptText)}'; base-uri 'none'; form-action 'none'`;
  const meta = [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('title', {}, titleText(gathered)),
  ];
  return `<head>${meta.map((each) => htmlOf(gathered.words, each)).join('')}<style>${style}</style></head>`;
}

/** The run at the foot of each printed page: in letters that mean nothing to a style sheet. */
function printedFoot({ runs }: Gathered): string {
  const ids = runs.map(({ run }) => `Run ${run.runId.slice(0, 12)}, as at ${sayDay(run.asAt)}`).slice(0, 2);
  const more = runs.length > ids.length ? ` and ${runs.length - ids.length} more` : '';
  return `@media print{@page{@bottom-left{content:"${ids.join('; ')}${more}";font:8pt sans-serif;color:#4a5763}}}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

function titleText(gathered: Gathered): Sentence {
  const { net } = allRuns(gathered);
  return ours`${net} ${net < noPence ? 'to take back' : 'to approve'}: ${headline(gathered)}, ${whatAndWhen(gathered)}`;
}

function headline({ runs }: Gathered): string {
  const [only] = runs;
  return runs.length === 1 && only ? only.run.scheme.title : `${runs.length} schemes`;
}

function whatAndWhen({ runs }: Gathered): string {
  const periods = [...new Set(runs.map(({ run }) => run.period.title))];
  const days = [...new Set(runs.map(({ run }) => run.asAt))].toSorted((a, b) => a - b).map(sayDay);
  return `${periods.length === 1 ? periods[0] : counted(periods.length, 'period')}, as at ${days.length === 1 ? days[0] : `${days[0]} to ${days.at(-1)}`}`;
}

function banner({ commissioner }: Publication, gathered: Gathered): Markup {
  const patients = gathered.runs.length === 1 ? gathered.runs[0]?.run.totals.patients : undefined;
  const counts: Said[] = [
    practicesCounted(gathered.practices.length),
    ...(patients && patients.n > 0n ? [patientsCounted(patients)] : []),
  ];
  const ids = gathered.runs.map(({ run }) => run.runId.slice(0, 12));
  const run: Child[] = ids.length === 1 ? [' · run ', tag('span', { class: 'mono' }, ids[0] ?? '')] : [];
  return tag(
    'header',
    { class: 'top' },
    tag('p', { class: 'org' }, commissioner),
    tag('h1', {}, headline(gathered)),
    tag(
      'p',
      { class: 'sub' },
      'Payment run for ',
      tag('b', {}, whatAndWhen(gathered)),
      ours` · ${joined(counts, ', ')}`,
      run,
    ),
    tag('p', { class: 'state' }, postedState(gathered)),
  );
}

function contents(sections: readonly Section[]): Markup {
  const lines = sections.map(({ id, title, answer }) =>
    tag(
      'li',
      {},
      tag(
        'a',
        { href: `#${id}` },
        tag('span', {}, title),
        answer === null ? null : tag('span', { class: 'v' }, answer),
      ),
    ),
  );
  return tag('nav', { class: 'rail', 'aria-label': 'Contents' }, tag('ol', {}, lines));
}

function foot({ runs, practices }: Gathered): Markup {
  const lines = runs.map(({ run }) =>
    tag(
      'p',
      {},
      ours`Run ${run.runId} · calculation ${run.calculation} · ${run.scheme.title}, ${run.period.title}, as at ${sayDay(run.asAt)} · ${practicesCounted(practices.length)}`,
    ),
  );
  return tag('footer', {}, lines);
}

import { join } from 'node:path';
import { at } from '../../domain/at.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import type { Words } from '../../domain/words/words.ts';
import type {
  PostedState,
  Publication,
  PublishedDecision,
  PublishedFinance,
  PublishedPosting,
  RunPublished,
} from '../../publish/publication.ts';
import type { ChainedPosting } from '../../record/ledger/posting.ts';
import { SchemeLedger } from '../../record/ledger/scheme-ledger.ts';
import { walkLedger } from '../../record/ledger/walk-ledger.ts';
import { calculationVersion } from '../../record/run-folder/manifest.ts';
import { storyOf } from '../../report/explain/story.ts';
import type { Findings } from '../../terminal/findings.ts';
import type { Host } from '../../terminal/host.ts';
import type { Watch } from '../../terminal/terminal.ts';
import { budgetIn, contactsIn } from '../given/finance-folder.ts';
import { pathMistake } from '../given/paths.ts';
import { runsInOneCurrency } from '../ledger/currencies.ts';
import { ledgerUnsound, strayInLedger } from '../ledger/ledger-findings.ts';
import { type EvaluatedRun, evaluateRun } from './evaluated-run.ts';
import { openInputRows } from './input-rows.ts';
import { openRunToRead, type RunToRead } from './recorded-run.ts';
import { readRecordedSummary } from './recorded-summary.ts';
import { notARun } from './run-folder-findings.ts';
import { lineComingBack, openSinceWhen } from './waiting-since.ts';
import { holdWholeRun } from './whole-run-held.ts';

/** What is published: run folders, and what tells whether they are posted. */
export interface ToPublish {
  readonly runs: readonly string[];
  readonly ledger: string | null;
  /** The folder of budget.csv and contacts.csv; null without it. */
  readonly finance: string | null;
}

/**
 * Opens run folders to publish them: each whole, worked out again from its own inputs, every practice held against the reports, and
 * the totals against the control totals. Null where one does not hold, or they do not belong together, which is noted.
 */
export async function openPublication(
  { runs: paths, ledger, finance }: ToPublish,
  host: Host,
  watch: Watch,
): Promise<Publication | null> {
  const { findings } = watch;
  const opened: RunToRead[] = [];
  for (const path of paths) {
    const run = await openRunToRead(path, findings);
    if (run) opened.push(run);
  }
  findings.noteAll(notTogether(opened));
  const ledgers = ledger === null ? null : readLedgers(ledger, opened, findings);
  const money = finance === null ? null : await financeOf(finance, opened, watch);
  if (opened.length < paths.length || findings.forbid) return null;
  const runs: RunPublished[] = [];
  for (const run of opened) {
    const published = await publishedRun(run, ledgers?.get(run.manifest.scheme) ?? null, host, watch);
    if (published) runs.push(published);
  }
  const schemes = opened.map(({ source }) => source.schemeFile.scheme);
  const { commissioner } = at(schemes, 0);
  const words = wordsOfAll(schemes);
  findings.speakIn(words);
  return runs.length < opened.length ? null : { commissioner, words, runs, finance: money };
}

/** The words of the schemes, which pay in one currency; where they have several nouns, whoever is paid is a member. */
function wordsOfAll(schemes: readonly Scheme[]): Words {
  const { words } = at(schemes, 0);
  const isOne = schemes.every((scheme) => scheme.words.member.one === words.member.one);
  return isOne ? words : { ...words, member: { one: 'member', many: 'members', codes: 'any' } };
}

async function financeOf(folder: string, runs: readonly RunToRead[], watch: Watch): Promise<PublishedFinance> {
  const schemes = runs.map(({ source }) => source.schemeFile.scheme);
  const budgets = await budgetIn(folder, schemes, watch);
  return { budgets, contacts: await contactsIn(folder, watch) };
}

/** Runs that make no publication together: of two commissioners, or two of one scheme. */
function notTogether(runs: readonly RunToRead[]): Finding[] {
  const [first] = runs;
  if (!first) return [];
  const schemeOf = ({ source }: RunToRead): Scheme => source.schemeFile.scheme;
  return runs.slice(1).flatMap((run, index) => {
    const { id, commissioner } = schemeOf(run);
    if (runs.slice(0, index + 1).some((before) => schemeOf(before).id === id)) {
      const message = `another run of ${id} is given already; expected one run of each scheme`;
      const hint = 'publish each run of a scheme by itself, in a folder of its own';
      return [finding('option-value', { field: 'RUN' }, { message, value: run.path, hint })];
    }
    const apart = runsInOneCurrency(schemeOf(first).words, schemeOf(run).words, run.path, 'published together');
    if (apart.length > 0 || commissioner === schemeOf(first).commissioner) return apart;
    const message = `the run is of ${commissioner}, the first of ${schemeOf(first).commissioner}; expected one commissioner`;
    const hint = 'publish the runs of each commissioner by themselves';
    return [finding('option-value', { field: 'RUN' }, { message, value: run.path, hint })];
  });
}

/** What the ledger holds of each scheme. Empty where the ledger cannot be trusted, which is noted. */
function readLedgers(path: string, runs: readonly RunToRead[], findings: Findings): ReadonlyMap<string, SchemeLedger> {
  const ledgers = new Map(runs.map(({ manifest }) => [manifest.scheme, new SchemeLedger(manifest.scheme)]));
  const mistake = pathMistake(path, 'folder', '--ledger');
  if (mistake) findings.note(mistake);
  if (mistake) return ledgers;
  const { differences, strays } = walkLedger(path, {
    posting: (posting, sha256) => ledgers.get(posting.scheme)?.take(posting, sha256),
  });
  findings.noteAll(differences.map((each) => ledgerUnsound(path, each)));
  findings.noteAll(strays.map((name) => strayInLedger(path, name)));
  return ledgers;
}

async function publishedRun(
  run: RunToRead,
  ledger: SchemeLedger | null,
  host: Host,
  watch: Watch,
): Promise<RunPublished | null> {
  const { path, runId, manifest, source } = run;
  const { scheme } = source.schemeFile;
  const { period, asAt } = source;
  const summary = readRecordedSummary(path);
  if (summary === null) watch.findings.note(notARun(join(path, 'summary.json'), 'is not as run writes it'));
  const evaluated = summary && (await evaluateRun(run, 'all', host, watch));
  const held = evaluated && (await holdWholeRun(run, evaluated, watch));
  if (!summary || !evaluated || !held) return null;
  const told = { scheme, period, asAt, runId };
  const { posted, earlier } = standingOf(run, ledger);
  const since = ledger && (await openSinceWhen(run, ledger, earlier, held.givingBack, host, watch.progress));
  const { practices, decisions, plans, measures } = evaluated.facts;
  return {
    ...told,
    calculation: calculationVersion,
    inputs: manifest.inputs,
    controls: manifest.controls,
    totals: held.totals,
    practices,
    practiceAt(index) {
      const grounds = evaluated.groundsAt(index);
      const { code } = grounds.account.practice;
      const claims = { counted: evaluated.counted(index), refused: evaluated.refused(code) };
      return {
        story: storyOf(told, grounds, claims, [], null),
        decisions: (decisions.get(code) ?? []).filter(({ decidedOn }) => decidedOn <= asAt),
        plans: (plans?.get(code) ?? []).filter(({ decidedOn }) => decidedOn <= asAt),
        measures: (measures.get(code) ?? []).filter((row) => row.asAt <= asAt),
        waitingSince: (component, id) => since?.waiting(lineComingBack(code, component, id)) ?? { kind: 'unknown' },
        takenSince: (component, id) => since?.taken(lineComingBack(code, component, id)) ?? { kind: 'unknown' },
      };
    },
    payeeNames: payeeNamesOf(evaluated),
    decisions: decisionsOf(run, evaluated),
    ...summary,
    posted,
    postings: earlier.map((each) => each.told),
    rowAt: openInputRows(source.data, source.encoding),
  };
}

/** Whether a run is posted, and the postings of its scheme before it. */
function standingOf(run: RunToRead, ledger: SchemeLedger | null) {
  const { period, asAt } = run.source;
  if (ledger === null) return { posted: { kind: 'unknown' } satisfies PostedState, earlier: [] };
  const own = ledger.postings.find((posting) => posting.run === run.runId);
  const isEarlier = (posting: ChainedPosting) => (own ? posting.serial < own.serial : posting.asAt <= asAt);
  const { periods } = run.source.schemeFile.scheme;
  const earlier = ledger.postings.filter(isEarlier).flatMap((chained) => {
    const of = periods.find(({ id }) => id === chained.period);
    return of ? [{ chained, told: { ...chained, period: of } satisfies PublishedPosting }] : [];
  });
  const posted: PostedState = own ? { kind: 'posted', posting: { ...own, period } } : { kind: 'not-posted' };
  return { posted, earlier };
}

function payeeNamesOf({ facts }: EvaluatedRun): ReadonlyMap<string, string> {
  return new Map(
    [...facts.payees.values()]
      .flat()
      .flatMap(({ payeeCode, payeeName }) => (payeeName ? [[payeeCode, payeeName]] : [])),
  );
}

function decisionsOf({ source }: RunToRead, { facts }: EvaluatedRun): readonly PublishedDecision[] {
  const all = facts.practices.flatMap((practice) =>
    (facts.decisions.get(practice.code) ?? [])
      .filter(({ decidedOn }) => decidedOn <= source.asAt)
      .map((decision) => ({ practice, decision })),
  );
  return all.sort((a, b) => a.decision.decidedOn - b.decision.decidedOn || a.decision.line - b.decision.line);
}

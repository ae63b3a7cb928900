import { at, atKey } from '../../../domain/at.ts';
import { addPence, noPence } from '../../../domain/money/money.ts';
import { shortTitleOf } from '../../../domain/scheme/titles.ts';
import type { Words } from '../../../domain/words/words.ts';
import type { Story } from '../../../report/explain/story.ts';
import { tie } from '../../document.ts';
import type { Publication, PublishedPractice, RunPublished } from '../../publication.ts';
import { causeOf, titled } from './cause.ts';
import { Causes } from './causes.ts';
import { comingBackOf } from './coming-back.ts';
import { effectOf } from './decision-effects.ts';
import type { ComingBack, ComponentFigures, DecisionTold, Gathered, RefusedTold, RunGathered } from './gathered.ts';
import { LocalitySums } from './locality-sums.ts';
import { PracticeList } from './practice-list.ts';
import {
  addCells,
  addToSums,
  couldOf,
  fourKindsOf,
  netOf,
  type OpenSumsOfPractice,
  openSumsOfPractice,
} from './practice-sums.ts';
import { ProvisionalSums } from './provisional-sums.ts';

/** Gathers what the page says, of each practice of each run once, in order. */
export class PageGathering {
  readonly #words: Words;
  readonly #list = new PracticeList();
  readonly #provisional = new ProvisionalSums();
  readonly #runs: ReadonlyMap<RunPublished, RunGathering>;

  constructor({ words, runs }: Publication) {
    this.#words = words;
    this.#runs = new Map(runs.map((run) => [run, new RunGathering(run)]));
  }

  take(run: RunPublished, practice: PublishedPractice): void {
    const own = atKey(this.#runs, run).take(practice);
    this.#list.add(run, practice.story.account, own);
    this.#provisional.add(run, practice);
  }

  /** When all of them were taken. */
  get gathered(): Gathered {
    const runs = [...this.#runs.values()].map((each) => each.gathered);
    return { words: this.#words, runs, practices: this.#list.practices, provisional: this.#provisional.told };
  }
}

class RunGathering {
  readonly #run: RunPublished;
  readonly #all = openSumsOfPractice();
  readonly #cells: Cells;
  readonly #localities = new LocalitySums();
  readonly #causes = new Causes();
  readonly #comingBack: ComingBack[] = [];
  readonly #decisions: DecisionTold[] = [];
  readonly #refused: RefusedTold[] = [];

  constructor(run: RunPublished) {
    this.#run = run;
    this.#cells = new Cells(run);
  }

  /** Answers the sums of the practice. */
  take(published: PublishedPractice): OpenSumsOfPractice {
    const { story } = published;
    const own = openSumsOfPractice();
    for (const { line } of story.components) {
      for (const position of line.positions) {
        addToSums(own, position);
        addToSums(this.#all, position);
        this.#cells.add(line.component.index, position);
      }
    }
    addCauses(this.#causes, published);
    this.#localities.add(story.account, own);
    this.#comingBack.push(...comingBackOf(published));
    this.#decisions.push(...decisionsOf(published));
    this.#refused.push(...refusedOf(story));
    return own;
  }

  get gathered(): RunGathered {
    const all = this.#all;
    tieToRun(this.#run, all);
    return {
      run: this.#run,
      could: couldOf(all),
      losses: all.losses,
      components: this.#cells.components,
      localities: this.#localities.figures,
      causes: this.#causes.told,
      comingBack: this.#comingBack,
      decisions: this.#decisions.sort(byDay),
      refused: this.#refused,
    };
  }
}

/** What the page adds up must be what the run comes to. */
function tieToRun({ controls }: RunPublished, all: OpenSumsOfPractice): void {
  tie('what the report says is earned', all.earned, controls.entitlement);
  tie('what it says was paid before', all.paidBefore, controls.alreadyPaid);
  tie('what it pays', all.pays, controls.payments);
  tie('what it takes back', all.back.due, controls.clawbacks.due);
  tie('what it says waits', all.back.proposed, controls.clawbacks.proposed);
  tie('what it says comes back later', all.back.deferred, controls.clawbacks.deferred);
  tie('what it says stays', all.back.waived, controls.clawbacks.waived);
  tie('its net', netOf(all), controls.net);
}

function addCauses(causes: Causes, { story, decisions }: PublishedPractice): void {
  const { practice } = story.account;
  for (const { line, periods } of story.components) {
    for (const period of periods) {
      const { unpaid, settlement } = period.position;
      const back = settlement.kind === 'clawback' ? settlement.parts.map(({ amount }) => amount) : [];
      let paidBefore = back.reduce(addPence, noPence);
      for (const each of unpaid) {
        const cause = causeOf(each, period, story, decisions, line.component.id);
        if (!cause) continue;
        // What was paid before and comes back is told with the first cause of the line.
        causes.add(cause, practice, line.component, each.amount, paidBefore);
        paidBefore = noPence;
      }
    }
  }
}

function decisionsOf({ story, decisions }: PublishedPractice): DecisionTold[] {
  const { practice } = story.account;
  return decisions.map((decision) => ({ practice, decision, effect: effectOf(decision, story) }));
}

function byDay(a: DecisionTold, b: DecisionTold): number {
  return a.decision.decidedOn - b.decision.decidedOn || a.decision.line - b.decision.line;
}

function refusedOf({ account, refused, scheme }: Story): RefusedTold[] {
  return refused.map(({ file, claim, refusal }) => ({
    practice: account.practice,
    file,
    line: claim.line,
    code: refusal.code,
    says: titled(refusal.reason, scheme, shortTitleOf),
    clause: refusal.clause,
  }));
}

/** Sums by component and period. */
class Cells {
  readonly #run: RunPublished;
  readonly #cells: readonly (readonly OpenSumsOfPractice[])[];

  constructor(run: RunPublished) {
    this.#run = run;
    const periods = run.period.index + 1;
    this.#cells = run.scheme.components.map(() => Array.from({ length: periods }, openSumsOfPractice));
  }

  add(component: number, position: Parameters<typeof addToSums>[1]): void {
    addToSums(at(at(this.#cells, component), position.period.index), position);
  }

  get components(): readonly ComponentFigures[] {
    return this.#run.scheme.components.map((component, index) => {
      const own = at(this.#cells, index);
      const periods = own.map(fourKindsOf);
      const all = periods.reduce(addCells);
      const paidBefore = own.map((each) => each.paidBefore).reduce(addPence);
      return { component, periods, all, paidBefore, net: own.map(netOf).reduce(addPence) };
    });
  }
}

import { at } from '../../../domain/at.ts';
import { addPence, noPence } from '../../../domain/money/money.ts';
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

/** Takes each practice of each run once, in order: for the steps of its figures, which are written as they come. */
export type OnPractice = (run: number, practice: PublishedPractice) => void;

/** Goes once through every account of a publication, and gathers what the page says. */
export function gatherPage({ runs }: Publication, onPractice: OnPractice): Gathered {
  const list = new PracticeList();
  const provisional = new ProvisionalSums();
  const gathered = runs.map((run, place) =>
    gatherRun(run, list, (practice) => {
      provisional.add(run, practice);
      onPractice(place, practice);
    }),
  );
  return { runs: gathered, practices: list.practices, provisional: provisional.told };
}

function gatherRun(
  run: RunPublished,
  list: PracticeList,
  onPractice: (practice: PublishedPractice) => void,
): RunGathered {
  const all = openSumsOfPractice();
  const cells = new Cells(run);
  const localities = new LocalitySums();
  const causes = new Causes();
  const comingBack: ComingBack[] = [];
  const decisions: DecisionTold[] = [];
  const refused: RefusedTold[] = [];
  for (let index = 0; index < run.practices.length; index += 1) {
    const published = run.practiceAt(index);
    const { story } = published;
    const own = openSumsOfPractice();
    for (const { line } of story.components) {
      for (const position of line.positions) {
        addToSums(own, position);
        addToSums(all, position);
        cells.add(line.component.index, position);
      }
    }
    addCauses(causes, published);
    localities.add(story.account, own);
    list.add(run, story.account, own);
    comingBack.push(...comingBackOf(published));
    decisions.push(...decisionsOf(published));
    refused.push(...refusedOf(story));
    onPractice(published);
  }
  tieToRun(run, all);
  return {
    run,
    could: couldOf(all),
    losses: all.losses,
    components: cells.components,
    localities: localities.figures,
    causes: causes.told,
    comingBack,
    decisions: decisions.sort(byDay),
    refused,
  };
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
    says: titled(refusal.reason, scheme),
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

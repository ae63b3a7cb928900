import {
  type ClawbackStatus,
  clawbackStatuses,
  stepNames,
  type Unpaid,
  unpaidStatuses,
  type WorkingStep,
} from '../../../domain/account.ts';
import type { Decision, PaidRow } from '../../../domain/facts.ts';
import type { ConditionOutcome, CountedClaim, RefusedClaim } from '../../../domain/grounds.ts';
import type { Pence } from '../../../domain/money/money.ts';
import { dependenciesOf } from '../../../domain/scheme/depends-on.ts';
import type { Component } from '../../../domain/scheme/scheme.ts';
import { eventTitled, shortTitleOf } from '../../../domain/scheme/titles.ts';
import { sayNumber } from '../../../domain/words/say.ts';
import type { ComponentStory, PeriodStory } from '../../../report/explain/story.ts';
import { provisionalReasons } from '../../provisional.ts';
import type { PublishedPractice, RunPublished } from '../../publication.ts';
import { patientsCounted } from '../figures.ts';
import { titled } from '../gather/cause.ts';
import {
  conditionStates,
  lacking,
  type PackedClaim,
  type PackedComponent,
  type PackedCondition,
  type PackedDecision,
  type PackedPaid,
  type PackedPart,
  type PackedPeriod,
  type PackedPractice,
  type PackedRefused,
  type PackedRow,
  type PackedSettlement,
  type PackedStep,
  type PackedText,
  positionStatuses,
} from './packed.ts';
import type { Texts } from './texts.ts';

/** Packs the steps of one practice in one scheme. */
export function packPractice(
  run: number,
  published: PublishedPractice,
  of: RunPublished,
  texts: Texts,
): PackedPractice {
  return new Packer(published, of, texts).pack(run);
}

/** Pence as a number; no sum of any scheme comes near the largest that is exact. */
export function packedPence(amount: Pence): number {
  const number = Number(amount);
  if (!Number.isSafeInteger(number)) throw new Error(`a sum of ${amount} pence is too large for the page`);
  return number;
}

class Packer {
  readonly #published: PublishedPractice;
  readonly #run: RunPublished;
  readonly #texts: Texts;
  readonly #conditions = new Map<string, number>();
  readonly #packedConditions: PackedCondition[] = [];
  readonly #told: { readonly outcome: ConditionOutcome; readonly place: number }[] = [];

  constructor(published: PublishedPractice, run: RunPublished, texts: Texts) {
    this.#published = published;
    this.#run = run;
    this.#texts = texts;
  }

  pack(run: number): PackedPractice {
    const { account, components, refused } = this.#published.story;
    const { patients, asAt, line } = account.listSize;
    const list =
      line === 0
        ? null
        : ([this.#texts.pack(patientsCounted(patients)), asAt, this.#row('list-sizes.csv', line)] as const);
    const packed = components.map((component) => this.#component(component));
    const claims = refused.map((each) => this.#refused(each));
    return [run, list, account.leavesOn, packed, this.#packedConditions, claims];
  }

  #component({ line, periods, ahead }: ComponentStory): PackedComponent {
    const { component, payeeCode, steps } = line;
    const { measures } = dependenciesOf(component, this.#run.scheme);
    const rows = this.#published.measures.filter(({ measure }) => measures.has(measure));
    const decisions = this.#published.decisions.filter((each) => each.component === component.id);
    return [
      component.index,
      this.#payee(payeeCode),
      steps.map((step) => this.#step(step)),
      periods.map((period) => this.#period(component, period)),
      rows.map((row) => this.#row('measures.csv', row.line)),
      decisions.map((each) => this.#decision(each)),
      ahead.map(({ period, amount }) => [period.index, packedPence(amount)]),
    ];
  }

  #period(component: Component, story: PeriodStory): PackedPeriod {
    const { position, conditions, claims, paid } = story;
    const { period, entitlement, alreadyPaid, status, unpaid, steps } = position;
    // What became of each condition is told with its evidence; so is what is earned and settled.
    const tests = steps.filter(({ step }) => step === 'condition').slice(conditions.length);
    const told = steps.filter((step) => step.step !== 'entitlement' && step.step !== 'settlement');
    const kept = told.filter((step) => step.step !== 'condition' || tests.includes(step));
    return [
      period.index,
      packedPence(entitlement),
      packedPence(alreadyPaid),
      this.#settlement(position.settlement),
      positionStatuses.indexOf(status),
      unpaid.map((each) => this.#unpaid(each)),
      kept.map((step) => this.#step(step)),
      conditions.map((each) => this.#condition(each)),
      claims.map(({ claim }) => this.#claim(claim)),
      paid.map((row) => this.#paid(row)),
      provisionalReasons(this.#run, component, story).map(({ why }) => this.#texts.put(titled(why, this.#run.scheme))),
    ];
  }

  #settlement(settlement: PeriodStory['position']['settlement']): PackedSettlement {
    switch (settlement.kind) {
      case 'settled':
        return 0;
      case 'payment':
        return [1, packedPence(settlement.amount)];
      case 'carried':
        return [2, packedPence(settlement.amount)];
      case 'clawback':
        return settlement.parts.map(
          ({ amount, status, payeeCode, says, clause }): PackedPart => [
            packedPence(amount),
            statusPlace(status),
            this.#payee(payeeCode),
            this.#texts.pack(titled(says, this.#run.scheme)),
            this.#texts.put(clause),
          ],
        );
    }
  }

  #step({ step, formula, value, rounded, clause }: WorkingStep): PackedStep {
    const says = titled(formula, this.#run.scheme);
    const amount = rounded === null ? null : packedPence(rounded);
    return [stepNames.indexOf(step), this.#texts.pack(says), this.#texts.pack(value), amount, this.#texts.put(clause)];
  }

  #unpaid({ status, amount, reason, clause }: Unpaid): PackedPeriod[5][number] {
    const says = titled(reason, this.#run.scheme);
    return [unpaidStatuses.indexOf(status), packedPence(amount), this.#texts.pack(says), this.#texts.put(clause)];
  }

  /** The place of a condition among those of the practice: most are asked in several periods. */
  #condition(outcome: ConditionOutcome): number {
    const before = this.#told.find((each) => isSame(each.outcome, outcome));
    if (before) return before.place;
    const place = this.#placeOf(outcome);
    this.#told.push({ outcome, place });
    return place;
  }

  #placeOf(outcome: ConditionOutcome): number {
    const { by, evidence, state, row, lacks, deadline, least, accepted, clause } = outcome;
    const packed: PackedCondition = [
      by === 'keeps' ? 1 : 0,
      this.#texts.put(evidence.title),
      conditionStates.indexOf(state),
      row && this.#row('evidence.csv', row.line),
      row?.receivedOn ?? null,
      lacks && lacking.indexOf(lacks),
      deadline,
      least && this.#texts.pack(`${row?.quantity ? sayNumber(row.quantity) : 'none'} of ${sayNumber(least)}`),
      accepted && this.#decision(accepted),
      this.#texts.put(clause),
    ];
    const key = JSON.stringify(packed);
    const known = this.#conditions.get(key);
    if (known !== undefined) return known;
    this.#conditions.set(key, this.#packedConditions.length);
    return this.#packedConditions.push(packed) - 1;
  }

  #decision({ decidedBy, decidedOn, reason, line }: Decision): PackedDecision {
    return [this.#texts.put(decidedBy), decidedOn, this.#texts.pack(reason), this.#row('decisions.csv', line)];
  }

  #claim({ event, eventId, eventDate, claimedOn, line }: CountedClaim['claim']): PackedClaim {
    const named = shortTitleOf(eventTitled(event, this.#run.scheme));
    return [this.#texts.put(named), this.#texts.pack(eventId), eventDate, claimedOn, line];
  }

  #refused({ file, claim, refusal }: RefusedClaim): PackedRefused {
    const row = this.#run.rowAt(file, claim.line);
    const says = titled(refusal.reason, this.#run.scheme);
    return [
      this.#claim(claim),
      this.#texts.put(file),
      this.#texts.put(refusal.code),
      this.#texts.pack(says),
      this.#texts.put(refusal.clause),
      row === null ? null : this.#texts.pack(row),
    ];
  }

  #paid({ amount, paidOn, payeeCode, reference, posting, line }: PaidRow): PackedPaid {
    const file = posting === null ? 'paid.csv' : 'posted.csv';
    return [
      packedPence(amount),
      paidOn,
      this.#payee(payeeCode),
      reference === null ? null : this.#texts.pack(reference),
      posting,
      // A line of posted.csv is counted with its header, as one of any other file is.
      this.#row(file, line),
    ];
  }

  #row(file: string, line: number): PackedRow {
    const row = this.#run.rowAt(file, line);
    return [this.#texts.put(file), line, row === null ? null : this.#packedRow(row)];
  }

  #packedRow(row: string): PackedText {
    return this.#texts.pack(row);
  }

  /** Null where it is the practice itself. */
  #payee(code: string): number | null {
    const { practice } = this.#published.story.account;
    return code === practice.code ? null : this.#texts.put(this.#run.payeeNames.get(code) ?? code);
  }
}

/** Whether two outcomes say the same, at first sight: an account says most of them again for each period. */
function isSame(a: ConditionOutcome, b: ConditionOutcome): boolean {
  return saidOfCondition.every((key) => a[key] === b[key]);
}

const saidOfCondition = [
  'by',
  'evidence',
  'state',
  'row',
  'lacks',
  'deadline',
  'least',
  'accepted',
  'clause',
] as const satisfies readonly (keyof ConditionOutcome)[];

function statusPlace(status: ClawbackStatus): number {
  return clawbackStatuses.indexOf(status);
}

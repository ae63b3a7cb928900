import { at } from '../../domain/at.ts';
import { compare } from '../../domain/money/ratio.ts';
import { deadlineOf } from '../../domain/scheme/claim-window.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { amongOf } from '../../domain/scheme/shared.ts';
import type { Among } from '../../domain/scheme/value.ts';
import { evaluate } from '../quantity/evaluate.ts';
import { askedIn, firstPeriod, type Question, type Unknown } from '../quantity/evaluated.ts';
import { type Figures, sayWhose } from '../quantity/figures.ts';
import type { PoolQuestion, Sharers } from './sharers.ts';

/** Who shares in each period of those who could, why the others do not, and why it is not known yet of some. */
export interface Qualified {
  readonly isIn: Sharers;
  /** By period, then by place: why a member that takes part shares nothing. */
  readonly outside: readonly (readonly (string | null)[])[];
  readonly unknown: readonly (Unknown | null)[];
}

/** Whether a member is among those who share; where not, or not yet known, why. */
type Standing = { readonly kind: 'in' } | { readonly kind: 'out'; readonly says: string } | Unknown;

/** Of those who take part, the ones that meet what a shared sum or an envelope asks of who shares it (RULES, Among whom). */
export function qualifiedOf(
  component: Component,
  members: readonly Figures[],
  isIn: Sharers,
  question: PoolQuestion,
): Qualified {
  const among = amongOf(component.value);
  const { periods } = question.scheme;
  if (among.length === 0)
    return { isIn, outside: isIn.map((own) => own.map(() => null)), unknown: periods.map(() => null) };
  const standingsIn = (period: Period) =>
    members.map((figures) => standingOf(among, component, figures, askedIn({ ...question, figures }, period)));
  const once = component.schedule?.eachPeriod ? null : standingsIn(firstPeriod(question.scheme));
  const standings = periods.map((period) => once ?? standingsIn(period));
  return {
    isIn: isIn.map((own, q) =>
      own.map((takesPart, place) => takesPart && isAmong(at(at(standings, q), place), at(members, place))),
    ),
    outside: isIn.map((own, q) =>
      own.map((takesPart, place) => {
        const standing = at(at(standings, q), place);
        return takesPart && standing.kind === 'out' ? standing.says : null;
      }),
    ),
    unknown: isIn.map((own, q) => waitingFor(at(standings, q), own, members)),
  };
}

/** Who is waited for has a place until it is known. */
function isAmong({ kind }: Standing, { isAwaited }: Figures): boolean {
  return kind === 'in' || (kind === 'unknown' && isAwaited);
}

function waitingFor(
  standings: readonly Standing[],
  own: readonly boolean[],
  members: readonly Figures[],
): Unknown | null {
  const waiting = standings.flatMap((standing, place) =>
    standing.kind === 'unknown' && at(own, place) && at(members, place).isAwaited ? [{ standing, place }] : [],
  );
  const [first] = waiting;
  if (!first) return null;
  const { reason, clause } = first.standing;
  const whose = waiting.flatMap(({ place }) => at(members, place).whose);
  return { kind: 'unknown', reason: sayWhose(reason, whose), clause };
}

/** The first thing that a member does not meet, or else of which it is not known yet: who fails one of them is not waited for. */
function standingOf(among: readonly Among[], component: Component, figures: Figures, question: Question): Standing {
  const standings = among.map((each) =>
    'received' in each ? byEvidence(each.received, component, figures, question) : byFigures(each, component, question),
  );
  const fails = standings.find(({ kind }) => kind === 'out');
  return fails ?? standings.find(({ kind }) => kind === 'unknown') ?? { kind: 'in' };
}

/** Evidence that may still come by its last day is waited for; without a last day those share who have it. */
function byEvidence(id: string, component: Component, { own }: Figures, question: Question): Standing {
  const { scheme, period, asAt } = question;
  const evidence = scheme.evidence.find((each) => each.id === id);
  if (!evidence || !own) throw new Error(`the evidence ${id} of several together`);
  const deadline = deadlineOf(evidence, scheme.claimWindow, scheme.periods, period);
  const { state, says } = own.judged({ by: 'needs', evidence, component, period, deadline }, asAt);
  if (state === 'met' || state === 'not asked') return { kind: 'in' };
  if (state === 'open' && deadline !== null) {
    return { kind: 'unknown', reason: `who shares goes by ${id}, which may still come`, clause: evidence.clause };
  }
  return { kind: 'out', says: `not among those who share: ${id} ${says}` };
}

function byFigures(test: Exclude<Among, { received: string }>, { clause }: Component, question: Question): Standing {
  const is = evaluate(test.is, question, clause);
  if (is.kind === 'unknown') return is;
  const least = evaluate(test.atLeast, question, clause);
  if (least.kind === 'unknown') return least;
  if (compare(is.value, least.value) >= 0) return { kind: 'in' };
  question.reached(test.is);
  return { kind: 'out', says: `not among those who share: ${is.says} is below ${least.says}` };
}

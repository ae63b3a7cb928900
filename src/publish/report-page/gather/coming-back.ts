import type { Clawback } from '../../../domain/account.ts';
import { addPence } from '../../../domain/money/money.ts';
import { shortTitleOf } from '../../../domain/scheme/titles.ts';
import type { ComponentStory, PeriodStory } from '../../../report/explain/story.ts';
import type { PublishedDecision, PublishedPractice, WaitingSince } from '../../publication.ts';
import { causeOf, titled } from './cause.ts';
import type { ComingBack } from './gathered.ts';

type Open = { -readonly [K in keyof ComingBack]: ComingBack[K] };

/** What comes back of one practice: a row for each component, payee, status and cause. */
export function comingBackOf(published: PublishedPractice): readonly ComingBack[] {
  const { story, waitingSince } = published;
  const rows = new Map<string, Open>();
  for (const component of story.components) {
    for (const period of component.periods) {
      const { settlement } = period.position;
      if (settlement.kind !== 'clawback') continue;
      const since = waitingSince(component.line.component.id, period.position.period.id);
      for (const part of settlement.parts) add(rows, published, component, period, part, since);
    }
  }
  return [...rows.values()];
}

function add(
  rows: Map<string, Open>,
  published: PublishedPractice,
  { line }: ComponentStory,
  period: PeriodStory,
  part: Clawback,
  since: WaitingSince,
): void {
  const { component } = line;
  const why = whyOf(published, period, part, component.id);
  const key = [component.id, part.payeeCode, part.status, why, sinceKey(since)].join('\n');
  const known = rows.get(key);
  if (known) {
    known.amount = addPence(known.amount, part.amount);
    known.periods = [...known.periods, period.position.period];
    return;
  }
  const { practice } = published.story.account;
  rows.set(key, {
    practice,
    payeeCode: part.payeeCode,
    component,
    periods: [period.position.period],
    status: part.status,
    amount: part.amount,
    why,
    says: titled(part.says, published.story.scheme, shortTitleOf),
    decided: decidedOn(published, part, component.id, period.position.period.id),
    since,
  });
}

function whyOf(
  { story, decisions }: PublishedPractice,
  period: PeriodStory,
  part: Clawback,
  component: string,
): string {
  const unpaid = period.position.unpaid.find(({ status }) => ['forfeited', 'proportion', 'withheld'].includes(status));
  const cause = unpaid && causeOf(unpaid, period, story, decisions, component);
  if (cause) return cause.says;
  const reason = part.says === '' ? part.reason : part.reason.replace(`; ${part.says}`, '');
  return titled(reason, story.scheme, shortTitleOf);
}

/** Decisions on the recovery itself. */
function decidedOn(
  { decisions, story }: PublishedPractice,
  { status }: Clawback,
  component: string,
  period: string,
): readonly PublishedDecision[] {
  const kind = status === 'due' ? 'recover' : status === 'waived' ? 'waive-recovery' : null;
  const { practice } = story.account;
  return decisions
    .filter((each) => each.decision === kind && each.component === component)
    .filter((each) => each.period === null || each.period === period)
    .map((decision) => ({ practice, decision }));
}

function sinceKey(since: WaitingSince): string {
  return since.kind === 'posting' ? String(since.posting.serial) : since.kind;
}

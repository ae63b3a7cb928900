import { calculate } from '../../src/calculate/calculate.ts';
import { type ClaimJudge, openClaimJudge, type Verdict } from '../../src/calculate/claims/claim-judge.ts';
import { openAccounts } from '../../src/calculate/identity/accounts.ts';
import type { Used } from '../../src/calculate/practice-as-at.ts';
import type { PracticeAccount, Settlement } from '../../src/domain/account.ts';
import { day } from '../../src/domain/day.ts';
import type {
  Claim,
  Decision,
  EvidenceRow,
  Facts,
  MeasureRow,
  PaidRow,
  PayeeRow,
  Plan,
  Practice,
  Succession,
} from '../../src/domain/facts.ts';
import { formatAmount, parseAmount, pence } from '../../src/domain/money/money.ts';
import { parseDecimal, ratio } from '../../src/domain/money/ratio.ts';
import type { Scheme } from '../../src/domain/scheme/scheme.ts';

/** What a test says of one practice; everything else is empty. */
export interface Given {
  /** Null for a practice without a list, as a new code may be. */
  readonly patients: number | null;
  readonly practice?: Partial<Practice>;
  readonly evidence?: readonly EvidenceRow[];
  readonly measures?: readonly MeasureRow[];
  readonly decisions?: readonly Decision[];
  readonly plans?: readonly Plan[];
  readonly paid?: readonly PaidRow[];
  readonly payees?: readonly PayeeRow[];
}

/** Facts about practices Z00001, Z00002 and so on, in the order given. */
export function facts(given: readonly Given[]): Facts {
  const codes = given.map((_, index) => `Z${String(index + 1).padStart(5, '0')}`);
  const byCode = <Row>(rows: (one: Given) => readonly Row[] | undefined) =>
    new Map(given.map((one, index) => [codes[index] ?? '', rows(one) ?? []]));
  return {
    practices: given.map(({ practice }, index) => ({
      code: codes[index] ?? '',
      name: `Practice ${index + 1}`,
      locality: null,
      pcn: null,
      joinedOn: null,
      noticeOn: null,
      leftOn: null,
      line: index + 2,
      ...practice,
    })),
    listSizes: new Map(
      given.flatMap(({ patients }, index) =>
        patients === null
          ? []
          : [[codes[index] ?? '', { patients: ratio(patients), asAt: day('2015-03-31'), line: index + 2 }]],
      ),
    ),
    evidence: byCode((one) => one.evidence),
    measures: byCode((one) => one.measures),
    decisions: byCode((one) => one.decisions),
    plans: byCode((one) => one.plans),
    paid: byCode((one) => one.paid),
    payees: byCode((one) => one.payees),
  };
}

/** From a day on the code of one practice stands for that of another; they go by their number. */
export function succeeded(old: number, by: number, from: string): Succession {
  const code = (number: number) => `Z${String(number).padStart(5, '0')}`;
  return { oldCode: code(old), newCode: code(by), from: day(from), reference: null, line: 2 };
}

export function received(evidence: string, receivedOn: string, given: Partial<EvidenceRow> = {}): EvidenceRow {
  return {
    evidence,
    component: null,
    period: null,
    receivedOn: day(receivedOn),
    quantity: null,
    reference: null,
    line: 2,
    ...given,
  };
}

export function measured(measure: string, asAt: string, numerator: string, denominator: string): MeasureRow {
  const [top, bottom] = [parseDecimal(numerator), parseDecimal(denominator)];
  return { measure, asAt: day(asAt), numerator: top ?? ratio(0), denominator: bottom ?? ratio(0), line: 2 };
}

export function decided(decision: Decision['decision'], decidedOn: string, given: Partial<Decision> = {}): Decision {
  return {
    decision,
    component: null,
    evidence: null,
    period: null,
    proportion: null,
    amount: null,
    decidedOn: day(decidedOn),
    decidedBy: 'R. Patel',
    reason: 'as agreed',
    line: 2,
    ...given,
  };
}

/** Paid to the first practice unless it says otherwise. */
export function paid(
  component: string,
  period: string,
  amount: string,
  paidOn = '2015-04-01',
  given: Partial<PaidRow> = {},
): PaidRow {
  return {
    component,
    period,
    amount: parseAmount(amount) ?? pence(0),
    paidOn: day(paidOn),
    payeeCode: 'Z00001',
    reference: null,
    posting: null,
    line: 2,
    ...given,
  };
}

/** A claim of the first practice; its line is its place among the claims of the test unless given. */
export function claim(event: string, eventDate: string, claimedOn: string, given: Partial<Claim> = {}): Claim {
  return {
    practice: 0,
    event,
    eventId: `${event} ${eventDate}`,
    eventDate: day(eventDate),
    claimedOn: day(claimedOn),
    line: 2,
    ...given,
  };
}

/** Has claims of several practices judged, practice after practice. */
export function judgeAll(judge: ClaimJudge, { practices }: Facts, claims: readonly Claim[]): Verdict[] {
  return [...practices.keys()].flatMap((practice) =>
    judge.judge(
      practice,
      claims.filter((each) => each.practice === practice),
    ),
  );
}

/** The accounts of a run for a period as at a date, or the findings that stand against it, as an error. */
export function run(
  scheme: Scheme,
  known: Facts,
  period: string,
  asAt: string,
  claims: readonly Claim[] = [],
  used: Used = () => {},
): PracticeAccount[] {
  const runFor = scheme.periods.find(({ id }) => id === period);
  if (!runFor) throw new Error(`no period ${period}`);
  const accounts = openAccounts(scheme, known, day(asAt));
  const { facts: byAccount, placeOfClaim } = accounts.value;
  const judge = openClaimJudge(scheme, byAccount, day(asAt));
  const placed = claims.flatMap((each) => {
    const practice = placeOfClaim(each.practice, each.claimedOn);
    return practice === null ? [] : [{ ...each, practice }];
  });
  judgeAll(judge, byAccount, placed);
  const about = { period: runFor, asAt: day(asAt), claims: judge.counted, used };
  const { value, findings: mistakes } = calculate(scheme, byAccount, about);
  const findings = [...accounts.findings, ...mistakes].filter(({ severity }) => severity === 'error');
  if (value === null || findings.length > 0) throw new Error(findings.map(({ message }) => message).join('\n'));
  return [...value.accounts()];
}

/** The positions of one component of an account, told in one line each: `Q1 released 12.00`. */
export function tell(account: PracticeAccount | undefined, component: string): string[] {
  const line = account?.lines.find((each) => each.component.id === component);
  return (line?.positions ?? []).map(({ period, status, entitlement, settlement, unpaid }) =>
    [
      `${period.id} ${status} ${pounds(entitlement)}`,
      ...tellSettlement(settlement, account?.practice.code ?? ''),
      ...unpaid.map((each) => `[${each.status} ${pounds(each.amount)}]`),
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** A payee is named where it is not the practice. */
function tellSettlement(settlement: Settlement, practice: string): string[] {
  switch (settlement.kind) {
    case 'settled':
      return [];
    case 'payment':
    case 'carried':
      return [`${settlement.kind} ${pounds(settlement.amount)}`];
    case 'clawback':
      return settlement.parts.map(({ amount, status, payeeCode }) =>
        ['clawback', pounds(amount), status, ...(payeeCode === practice ? [] : [`from ${payeeCode}`])].join(' '),
      );
  }
}

function pounds(amount: bigint): string {
  return `${amount < 0n ? '-' : ''}${formatAmount(pence(amount < 0n ? -amount : amount))}`;
}

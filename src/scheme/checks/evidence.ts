import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenCondition } from '../grammar/conditions.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';
import { areKnown, idsOf, isKnown, type Placed, wherever } from './names.ts';
import { evidenceInQuantities } from './own-days.ts';

/** Every piece of evidence named in a condition is written in the scheme, and so is every period. */
export function conditionsNameWhatExists(scheme: WrittenScheme): JsonMistake[] {
  const { evidence, periods } = idsOf(scheme);
  return conditions(scheme).flatMap(({ it, at }) => [
    ...areKnown('period', it.periods, periods, [...at, 'periods']),
    ...areKnown('evidence', it.needs, evidence, [...at, 'needs']),
    ...areKnown('evidence', it.keeps, evidence, [...at, 'keeps']),
  ]);
}

/** Every piece of evidence is named in a condition. */
export function noEvidenceIsUnused(scheme: WrittenScheme): JsonMistake[] {
  const asked = new Set([
    ...conditions(scheme).flatMap(({ it }) => [...it.needs, ...it.keeps]),
    ...evidenceInQuantities(scheme),
    ...evidenceOfSharers(scheme).map(({ it }) => it),
  ]);
  return scheme.evidence.flatMap(({ id, clause }, index): JsonMistake[] => {
    if (asked.has(id)) return [];
    const message = `no condition asks for the evidence ${id}; expected it under needs or keeps of one`;
    const condition = `{ "periods": "every", "needs": ["${id}"], "clause": ${JSON.stringify(clause)} }`;
    const hint = `${whereToAsk(scheme, condition)}; or take the evidence out`;
    return [{ code: 'scheme-unused-evidence', at: ['evidence', index, 'id'], message, hint }];
  });
}

/** A condition as it is to be written: in the list of the scheme where there is one, else at a component. */
function whereToAsk(scheme: WrittenScheme, condition: string): string {
  const leaves = leavesOf(scheme).map(({ component }) => component);
  if (scheme.conditions.length > 0) return `add to "conditions" of the scheme: ${condition}`;
  const listed = leaves.find((leaf) => leaf.conditions !== undefined);
  if (listed) return `add to "conditions" of ${listed.id}: ${condition}`;
  const ids = leaves.map(({ id }) => id);
  const which =
    ids.length === 1 ? ids.join() : `each that it is for (${ids.slice(0, 6).join(', ')}${ids.length > 6 ? ', …' : ''})`;
  return `write at ${which}: "conditions": [${condition}]`;
}

/** Who shares is asked for evidence that is written in the scheme; what each one's part leaves is shared again only where something is taken off. */
export function sharersAreAskedForWhatExists(scheme: WrittenScheme): JsonMistake[] {
  const { evidence } = idsOf(scheme);
  const unspent = leavesOf(scheme).flatMap(({ component: { value }, at }): JsonMistake[] => {
    if (value?.kind !== 'shared' || value.unspent === undefined || value.ofEach.length > 0) return [];
    const message = 'nothing is taken off each one\'s part, so nothing is unspent; expected "ofEach"';
    return [
      {
        code: 'scheme-combination',
        at: [...at, 'value', 'unspent'],
        message,
        hint: 'add "ofEach", or take "unspent" out',
      },
    ];
  });
  return [...evidenceOfSharers(scheme).flatMap(({ it, at }) => isKnown('evidence', it, evidence, at)), ...unspent];
}

function evidenceOfSharers(scheme: WrittenScheme): Placed<string>[] {
  return leavesOf(scheme).flatMap(({ component: { value }, at }) => {
    const among = value?.kind === 'shared' || value?.kind === 'envelope' ? value.among : [];
    return among.flatMap((each, index) =>
      'received' in each ? [{ it: each.received, at: [...at, 'value', 'among', index, 'received'] }] : [],
    );
  });
}

/** Every condition asks for something. */
export function conditionsAskForSomething(scheme: WrittenScheme): JsonMistake[] {
  return conditions(scheme).flatMap(({ it, at }): JsonMistake[] => {
    if (it.needs.length + it.keeps.length + it.tests.length > 0) return [];
    const message = 'this condition asks for nothing; expected evidence under needs or keeps';
    return [{ code: 'scheme-condition', at, message, hint: 'name the evidence, or take the entry out' }];
  });
}

/** No period of a component asks for one piece of evidence twice, or both as what it needs and as what keeps the money. */
export function noEvidenceIsAskedForTwice(scheme: WrittenScheme): JsonMistake[] {
  const { periods } = idsOf(scheme);
  return conditionLists(scheme).flatMap(({ it, at }) => {
    const asked = new Set<string>();
    return it.flatMap((condition, index) => {
      const named = condition.periods === 'every' ? periods : condition.periods;
      return (['needs', 'keeps'] as const).flatMap((key) =>
        condition[key].flatMap((evidence, place): JsonMistake[] => {
          const again = named.filter((period) => asked.has(`${period} ${evidence}`));
          for (const period of named) asked.add(`${period} ${evidence}`);
          if (again.length === 0) return [];
          const message = `${evidence} is already asked for in ${again.join(', ')}; expected it once for each period`;
          return [
            { code: 'scheme-condition', at: [...at, index, key, place], message, hint: 'take one of the two out' },
          ];
        }),
      );
    });
  });
}

/** Whatever keeps money that was paid has a deadline after which it comes back. */
export function keepsHaveDeadlines(scheme: WrittenScheme): JsonMistake[] {
  const open = new Set(scheme.evidence.filter(({ deadline }) => deadline === undefined).map(({ id }) => id));
  return conditions(scheme).flatMap(({ it, at }) =>
    it.keeps.flatMap((evidence, index): JsonMistake[] => {
      if (!open.has(evidence)) return [];
      const message = `${evidence} keeps money that was paid, but has no deadline; expected one`;
      return [
        {
          code: 'scheme-keep-without-deadline',
          at: [...at, 'keeps', index],
          message,
          hint: `add "deadline" to the evidence ${evidence}`,
        },
      ];
    }),
  );
}

/** A deadline by a period tells of which one; where it is the end of a claim window, the scheme has such a window. */
export function deadlinesAreDays(scheme: WrittenScheme): JsonMistake[] {
  const { periods } = idsOf(scheme);
  return scheme.evidence.flatMap(({ id, deadline, per }, index): JsonMistake[] => {
    if (deadline === undefined || deadline.kind === 'date') return [];
    const isWindow = deadline.kind === 'claim-window';
    const at = ['evidence', index, 'deadline'];
    const mistakes: JsonMistake[] = [];
    if (isWindow && !scheme.claimWindow) {
      const message = `the deadline of ${id} is the end of a claim window, and the scheme has none; expected one`;
      mistakes.push({ code: 'scheme-claim-window', at, message, hint: 'add "claimWindow" to the scheme' });
    }
    if (deadline.period !== undefined) mistakes.push(...isKnown('period', deadline.period, periods, [...at, 'period']));
    else if (!per.includes('period')) {
      const what = isWindow ? 'is the end of the claim window of' : 'is counted from the end of';
      const message = `the deadline of ${id} ${what} its own period, but it is not asked for per period`;
      mistakes.push({
        code: 'scheme-deadline',
        at,
        message,
        hint: 'add "per": ["period"], or name a period in the deadline',
      });
    }
    return mistakes;
  });
}

/** Recoveries begin with a period of the scheme. */
export function recoveryPeriodsExist(scheme: WrittenScheme): JsonMistake[] {
  const { periods } = idsOf(scheme);
  const recoveries = wherever(scheme, 'recovery', scheme.recovery, ({ recovery }) => recovery);
  return recoveries.flatMap(({ it, at }) =>
    it.takenFrom === undefined ? [] : isKnown('period', it.takenFrom, periods, [...at, 'takenFrom']),
  );
}

function conditionLists(scheme: WrittenScheme): Placed<readonly WrittenCondition[]>[] {
  return wherever(scheme, 'conditions', scheme.conditions, (component) => component.conditions);
}

function conditions(scheme: WrittenScheme): Placed<WrittenCondition>[] {
  return conditionLists(scheme).flatMap(({ it, at }) =>
    it.map((condition, index) => ({ it: condition, at: [...at, index] })),
  );
}

import { addLong } from '../../domain/scheme/days-or-months.ts';
import { evidenceOf } from '../../domain/scheme/depends-on.ts';
import { blocksIn, type Quantity } from '../../domain/scheme/quantity.ts';
import { isToDate } from '../../domain/scheme/quantity-kinds.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { idsOf, isKnown } from './names.ts';
import { blockMistake, quantitiesIn } from './quantities.ts';

/** What a missing figure counts as is said of one member's own figure, and of a number where figures are added up. */
export function missingFiguresAreOfOne(scheme: WrittenScheme): JsonMistake[] {
  return quantitiesIn(scheme).flatMap(({ it, at: above, isOfSeveral }) =>
    blocksIn(it).flatMap(({ block, at }): JsonMistake[] => {
      if (block.kind !== 'measure' || block.ifMissing === undefined) return [];
      const place = [...above, ...at, 'ifMissing'];
      if (isOfSeveral) {
        const message =
          'these are the figures of several together, of which one that is missing is waited for; expected no "ifMissing"';
        return [blockMistake(place, message, 'take "ifMissing" out')];
      }
      if (block.part !== 'share' || block.at !== 'to-date') return [];
      const message = 'a share of figures that are added up has no share of one period; expected no "ifMissing"';
      return [blockMistake(place, message, 'take "ifMissing" out, or count a number')];
    }),
  );
}

/** What goes by a member's own days, or its lines, is worked out for each by itself, and not for several together. */
export function ownDaysAreThoseOfOne(scheme: WrittenScheme): JsonMistake[] {
  return quantitiesIn(scheme).flatMap(({ it, at: above, isOfSeveral }) => {
    if (!isOfSeveral) return [];
    return blocksIn(it).flatMap(({ block, at }): JsonMistake[] => {
      if (!goesByOwnDays(block)) return [];
      const message =
        'this goes by the days or the lines of one member, and is worked out for several together; expected it by itself';
      const hint = 'write it in the value of a component of its own, or in "by" or the "of" of an envelope';
      return [{ code: 'scheme-quantity', at: [...above, ...at], message, hint }];
    });
  });
}

function goesByOwnDays(block: Quantity): boolean {
  if (block.kind === 'each-line') return true;
  if (block.kind !== 'over-time') return false;
  const { by = 'period', byDays, values } = block;
  return (
    by !== 'period' ||
    byDays === true ||
    values.some(({ from }) => typeof from === 'object' && !('afterPeriod' in from))
  );
}

/** Lines are those of a measure that has them; inside, that measure is the figure of the line and says no day of its own. */
export function linesAreThoseOfAMeasure(scheme: WrittenScheme): JsonMistake[] {
  return quantitiesIn(scheme).flatMap(({ it, at: above }) =>
    blocksIn(it).flatMap(({ block, at }): JsonMistake[] => {
      if (block.kind !== 'each-line') return [];
      const place = [...above, ...at, 'measure'];
      const measure = scheme.measures.find(({ id }) => id === block.measure);
      if (measure && !measure.lines) {
        const message = `the measure ${block.measure} has no lines; expected one with "lines": true`;
        return [{ code: 'scheme-quantity', at: place, message, hint: 'add "lines": true to the measure' }];
      }
      const inside = blocksIn(block.of).map((each) => each.block);
      if (inside.some((each) => each.kind === 'each-line' && each.measure === block.measure)) {
        const message = `a line of ${block.measure} has no lines of its own; expected its figure inside, and not every line again`;
        return [{ code: 'scheme-quantity', at: place, message, hint: 'write what one line comes to, once' }];
      }
      const isDated = inside.some(
        (each) => each.kind === 'measure' && each.measure === block.measure && each.at !== 'latest',
      );
      if (!isDated && inside.some((each) => each.kind === 'measure' && each.measure === block.measure)) return [];
      const message = `for each line of ${block.measure} its own figure is worked with; expected the measure inside, and the day of its rows in "at" of this block`;
      return [
        { code: 'scheme-quantity', at: place, message, hint: 'write { "kind": "measure", … } inside, without "at"' },
      ];
    }),
  );
}

/** What adds up to date is paid as it grows, by the value of a component: what is shared is worked out for a period. */
export function whatIsSharedAddsUpNothing(scheme: WrittenScheme): JsonMistake[] {
  return quantitiesIn(scheme).flatMap(({ it, at: above, isShared }) =>
    blocksIn(it).flatMap(({ block, at }): JsonMistake[] => {
      if (!isShared || !isToDate(block)) return [];
      const message =
        'this adds up over the term, and what is shared is worked out for a period; expected that of each period';
      return [{ code: 'scheme-quantity', at: [...above, ...at], message, hint: 'write "at": "each-period"' }];
    }),
  );
}

/** The evidence by whose day something goes is written in the scheme, is asked of the practice as a whole, and has no smallest quantity. */
export function daysOfReceiptAreThoseOfEvidence(scheme: WrittenScheme): JsonMistake[] {
  const { evidence } = idsOf(scheme);
  return quantitiesIn(scheme).flatMap(({ it, at: above }) =>
    blocksIn(it).flatMap(({ block, at }) =>
      evidenceOf(block).flatMap((id): JsonMistake[] => {
        const place = [...above, ...at, 'by', 'received'];
        const kind = scheme.evidence.find((each) => each.id === id);
        if (!kind) return isKnown('evidence', id, evidence, place);
        if (!kind.per.includes('component') && kind.minimum === undefined) return [];
        const message = `a value goes by the day on which ${id} came, and it is asked for by component, or with a quantity; expected neither`;
        return [{ code: 'scheme-quantity', at: place, message, hint: 'make it a piece of evidence of its own' }];
      }),
    ),
  );
}

/** The evidence that values go by. */
export function evidenceInQuantities(scheme: WrittenScheme): string[] {
  return quantitiesIn(scheme).flatMap(({ it }) => blocksIn(it).flatMap(({ block }) => evidenceOf(block)));
}

/** What comes back on leaving is of components of the scheme, from the shortest stay to the longest. */
export function whatComesBackIsInOrder(scheme: WrittenScheme): JsonMistake[] {
  const { components } = idsOf(scheme);
  return scheme.leaving.comesBack.flatMap(({ within, components: named = [] }, index, all): JsonMistake[] => {
    const place = ['leaving', 'comesBack', index];
    const unknown = named.flatMap((id, at) => isKnown('component', id, components, [...place, 'components', at]));
    const before = all.slice(0, index).find((each) => sameComponents(each.components, all[index]?.components));
    if (!before || addLong(scheme.term.start, before.within) < addLong(scheme.term.start, within)) return unknown;
    const message = 'this is no longer than the one above it, which holds first; expected a longer one';
    const hint = 'put them in the order of their length';
    return [...unknown, { code: 'scheme-never-holds', at: [...place, 'within'], message, hint }];
  });
}

function sameComponents(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.join(' ') === b.join(' ');
}

import { type Finding, finding } from '../domain/findings/finding.ts';
import { formatExact, formatShare } from '../domain/money/ratio.ts';
import { quantitiesOf } from '../domain/scheme/depends-on.ts';
import { paidEvents } from '../domain/scheme/paid-events.ts';
import { blocksIn, isFromData, type Quantity } from '../domain/scheme/quantity.ts';
import type { Component, Scheme } from '../domain/scheme/scheme.ts';
import { amongOf, ofEachOf } from '../domain/scheme/shared.ts';
import { sayList } from '../domain/words/say.ts';

/** What stands for the cap of an event among the blocks that examples reach. */
export function eventBlock(scheme: Scheme, event: string): object {
  return paidEvents(scheme).find((paid) => paid.event === event)?.component.value ?? scheme;
}

/** One warning for everything that no example of a scheme puts to the test: its bands and steps, its caps, its evidence and its tests. */
export function untestedBlocks(scheme: Scheme, reached: ReadonlySet<object>, file: string): Finding[] {
  if (scheme.examples.length === 0) return [];
  const left = [
    ...scheme.components.flatMap((component) => blocksLeft(component, reached)),
    ...evidenceLeft(scheme),
    ...capsLeft(scheme, reached),
  ];
  if (left.length === 0) return [];
  const message = `a mistake in these would be seen by no example: ${sayList([...new Set(left)])}`;
  const hint = 'add an example in which each of them changes an amount, such as one below and one above its edge';
  return [finding('examples-leave-untested', { file, field: 'examples' }, { message, hint })];
}

function blocksLeft(
  { id, value, adjustments, achievement, conditions }: Component,
  reached: ReadonlySet<object>,
): string[] {
  const quantities = quantitiesOf({ value, adjustments, achievement, conditions });
  const steps = achievement?.kind === 'measured' && achievement.scale.kind === 'steps' ? achievement.scale.steps : [];
  const tests = conditions.flatMap(({ tests: asked = [] }) => asked);
  const among = amongOf(value).flatMap((each) => ('received' in each ? [] : [each.is]));
  return [
    ...quantities.flatMap((quantity) => bandsLeft(quantity, reached)).map((band) => `${band} of ${id}`),
    ...[...adjustments, ...ofEachOf(value).adjustments]
      .filter((adjustment) => !reached.has(adjustment))
      .map((adjustment) => `the ${adjustment.kind} "${adjustment.id}" of ${id}`),
    ...steps.filter((step) => !reached.has(step)).map(({ from }) => `the step from ${formatShare(from)} of ${id}`),
    ...among.filter((is) => !reached.has(is)).map(() => `who does not share ${id}`),
    ...tests.filter(({ is }) => !reached.has(is)).map(({ title }) => `the test "${title}" of ${id} when it fails`),
  ];
}

function bandsLeft(quantity: Quantity, reached: ReadonlySet<object>): string[] {
  return blocksIn(quantity).flatMap(({ block }) => {
    switch (block.kind) {
      case 'bands':
        return block.bands
          .filter((band) => !reached.has(band))
          .map(({ from }) => `the band from ${isFromData(from) ? 'a figure' : formatExact(from)}`);
      case 'over-time':
        return block.values.filter((dated) => !reached.has(dated)).map(({ clause }) => `what holds by ${clause}`);
      default:
        return [];
    }
  });
}

/** Evidence that is there and in time in every example: what its absence costs is never seen. */
function evidenceLeft({ evidence, examples }: Scheme): string[] {
  const practices = examples.flatMap((example) => example.practices);
  const tried = new Set(
    practices.flatMap(({ without, received = [] }) => [...without, ...received.map((row) => row.evidence)]),
  );
  return evidence.filter(({ id }) => !tried.has(id)).map(({ id }) => `the evidence ${id} when it is missing`);
}

function capsLeft(scheme: Scheme, reached: ReadonlySet<object>): string[] {
  return paidEvents(scheme)
    .filter(({ atMost, atMostPerPeriod }) => atMost !== undefined || atMostPerPeriod !== undefined)
    .filter(({ component }) => !reached.has(component.value))
    .map(({ event }) => `the cap of the event ${event}`);
}

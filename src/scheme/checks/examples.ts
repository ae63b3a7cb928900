import { ours } from '../../domain/words/sentence.ts';
import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenExample } from '../grammar/examples.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { areKnown, idsOf, isKnown } from './names.ts';

/** Everything that a headline names is written in the scheme. */
export function headlinesNameWhatExists(scheme: WrittenScheme): JsonMistake[] {
  const { components, adjustments } = idsOf(scheme);
  return scheme.headlines.flatMap((headline, index) => {
    const at = ['headlines', index];
    return [
      ...areKnown('component', headline.components, components, [...at, 'components']),
      ...(headline.kind === 'budget' ? areKnown('adjustment', headline.after, adjustments, [...at, 'after']) : []),
      ...(headline.kind === 'reduction' ? areKnown('adjustment', headline.by, adjustments, [...at, 'by']) : []),
    ];
  });
}

/** Everything that an example names is written in the scheme, or in the example. */
export function examplesNameWhatExists(scheme: WrittenScheme): JsonMistake[] {
  const ids = idsOf(scheme);
  return scheme.examples.flatMap((example, index) => [
    ...runMistakes(example, ids, ['examples', index, 'run']),
    ...practiceMistakes(example, ids, ['examples', index, 'practices']),
    ...expectationMistakes(example, ids, ['examples', index, 'expect']),
    ...workingsAreOfOneLine(example, ids, ['examples', index, 'expect']),
  ]);
}

type Ids = ReturnType<typeof idsOf>;

function runMistakes({ run }: WrittenExample, { periods }: Ids, above: Path): JsonMistake[] {
  return run === undefined ? [] : isKnown('period', run.period, periods, [...above, 'period']);
}

function practiceMistakes({ practices }: WrittenExample, ids: Ids, above: Path): JsonMistake[] {
  const names = practices.map(({ name }) => name);
  return practices.flatMap(({ name, events, measures, without, received, paid }, index) => {
    const at = [...above, index];
    return [
      ...(names.indexOf(name) < index ? [namedTwice(name, [...at, 'name'])] : []),
      ...events.flatMap((each, place) => [
        ...isKnown('event', each.event, ids.events, [...at, 'events', place, 'event']),
        ...(each.period === undefined
          ? []
          : isKnown('period', each.period, ids.periods, [...at, 'events', place, 'period'])),
        ...eventsHaveADay(each, [...at, 'events', place]),
      ]),
      ...measures.flatMap(({ measure }, place) =>
        isKnown('measure', measure, ids.measures, [...at, 'measures', place, 'measure']),
      ),
      ...areKnown('evidence', without, ids.evidence, [...at, 'without']),
      ...received.flatMap(({ evidence, component, period }, place) => [
        ...isKnown('evidence', evidence, ids.evidence, [...at, 'received', place, 'evidence']),
        ...(component === undefined
          ? []
          : isKnown('component', component, ids.components, [...at, 'received', place, 'component'])),
        ...(period === undefined ? [] : isKnown('period', period, ids.periods, [...at, 'received', place, 'period'])),
      ]),
      ...paid.flatMap(({ component, period }, place) => [
        ...isKnown('component', component, ids.components, [...at, 'paid', place, 'component']),
        ...isKnown('period', period, ids.periods, [...at, 'paid', place, 'period']),
      ]),
    ];
  });
}

/** The day of events is that of their period, or said: one of the two. */
function eventsHaveADay(
  { period, on }: WrittenExample['practices'][number]['events'][number],
  at: Path,
): JsonMistake[] {
  if ((period === undefined) !== (on === undefined)) return [];
  const message = 'these events have no day, or two; expected one of "period" and "on"';
  return [{ code: 'json-missing-key', at, message, hint: 'write "on", the day of the events, or their "period"' }];
}

function namedTwice(name: string, at: Path): JsonMistake {
  const message = ours`the practice ${JSON.stringify(name)} is already named in this example; expected a name of its own`;
  return { code: 'scheme-duplicate-id', at, message, hint: 'give one of the two another name' };
}

function expectationMistakes({ practices, expect }: WrittenExample, ids: Ids, above: Path): JsonMistake[] {
  const names = practices.map(({ name }) => name);
  return expect.flatMap(({ practice, component, period }, index) => {
    const at = [...above, index];
    return [
      ...(practice === undefined ? [] : isKnown(ours`practice`, practice, names, [...at, 'practice'])),
      ...(component === undefined ? [] : isKnown('component', component, ids.components, [...at, 'component'])),
      ...(period === undefined ? [] : isKnown('period', period, ids.periods, [...at, 'period'])),
    ];
  });
}

/** The steps of a working are those of one component of one practice, and of the periods that are expected. */
function workingsAreOfOneLine({ practices, expect }: WrittenExample, ids: Ids, above: Path): JsonMistake[] {
  return expect.flatMap(({ practice, component, period, working }, index) => {
    const labels = Object.keys(working);
    const at = [...above, index, 'working'];
    if (labels.length === 0) return [];
    if ((practice === undefined && practices.length > 1) || (component === undefined && ids.components.length > 1)) {
      const message = 'these steps are those of several; expected the "practice" and the "component" that they are of';
      return [{ code: 'json-missing-key', at, message, hint: 'name both, where there are several' }];
    }
    return labels.flatMap((label): JsonMistake[] => {
      const of = label.includes('.') ? label.slice(0, label.lastIndexOf('.')) : null;
      if (of === null) return [];
      const there = period === undefined ? ids.periods : [period];
      return isKnown('period', of, there, [...at, label]);
    });
  });
}

import * as z from 'zod';
import { block, entriesOf, listOf, someOf } from '../../json/block.ts';
import { achievement } from './achievement.ts';
import { condition, recovery, schedule } from './conditions.ts';
import { adjustment, shareOfValue, value, type WrittenShare, type WrittenValue } from './value.ts';
import { clause, id, shortTitle, text } from './words.ts';

/** What is paid for: the leaf of the tree. It has a value of its own, or a share of the value of its group. */
const component = block({
  id,
  title: text,
  shortTitle,
  clause,
  value: value.optional(),
  share: shareOfValue.optional(),
  adjustments: listOf(adjustment),
  achievement: achievement.optional(),
  schedule: schedule.optional(),
  conditions: entriesOf(condition).optional().describe('In place of the conditions of the scheme.'),
  recovery: recovery.optional(),
}).meta({ id: 'component' });

/** Components under one heading; with a value, they share it. */
const group = block({
  group: text,
  level: text.describe('What the paper calls such a heading: an outcome, an indicator.'),
  clause,
  value: value.optional(),
  share: shareOfValue.optional(),
  components: z.lazy(() => components),
}).meta({ id: 'group' });

export type WrittenComponent = z.output<typeof component>;

export interface WrittenGroup {
  readonly group: string;
  readonly level: string;
  readonly clause: string;
  readonly value?: WrittenValue | undefined;
  readonly share?: WrittenShare | undefined;
  readonly components: readonly WrittenNode[];
}

export type WrittenNode = WrittenComponent | WrittenGroup;

/** The tree of groups and components, in the order of the scheme. */
export const components: z.ZodType<readonly WrittenNode[]> = someOf(
  z.union([component, group]),
  'at least one component',
).meta({ id: 'components' });

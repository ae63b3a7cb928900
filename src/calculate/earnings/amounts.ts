import { at } from '../../domain/at.ts';
import { mapped } from '../../domain/mapped.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Schedule, Scheme } from '../../domain/scheme/scheme.ts';
import { componentsAddUp, periodsAddUp } from '../invariants.ts';
import {
  type DueToDate,
  type Instalments,
  instalmentsByComponent,
  instalmentsByPeriod,
  instalmentsEach,
  owesTheLast,
} from '../value/instalments.ts';

/** The instalments of all scheduled components, with T_q where they are rounded together. */
interface Amounts {
  readonly lines: readonly Instalments[];
  readonly totals: Instalments | null;
}

/** What has fallen due in each period, rounded as the scheme and the schedules say. */
export function amountsOf(
  { rounding, periods }: Scheme,
  components: readonly { readonly schedule: Schedule }[],
  lines: readonly DueToDate[],
): Amounts {
  switch (rounding.at) {
    case 'component': {
      const instalments = mapped(lines, (due, place) => {
        const { schedule } = at(components, place);
        return schedule.rounded ? instalmentsEach(due, schedule, rounding) : instalmentsByComponent(due, rounding);
      });
      lines.forEach((due, place) => {
        const { schedule } = at(components, place);
        if (schedule.rounded && !owesTheLast(due, schedule)) return;
        periodsAddUp(at(instalments, place).amounts, roundPounds(at(due, due.length - 1), rounding));
      });
      return { lines: instalments, totals: null };
    }
    case 'period': {
      const joint = instalmentsByPeriod(lines, periods.length, rounding);
      componentsAddUp(
        mapped(joint.lines, ({ amounts }) => amounts),
        joint.totals.amounts,
      );
      return joint;
    }
  }
}

import { withSeparators } from '../../domain/money/money.ts';

/** `1,234`. */
export function withThousands(number: number): string {
  return withSeparators(String(number));
}

/** `1 line`, `1,234 lines`. */
export function sayCount(number: number, one: string, many: string): string {
  return `${withThousands(number)} ${number === 1 ? one : many}`;
}

import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import { shortTitleOf, type Titled } from '../../domain/scheme/titles.ts';
import { type Child, type Markup, tag } from './markup.ts';

/** The head of a row by its short title; who points at it, or has it read out, is told the whole one. */
export function titledHead(of: Titled): Markup {
  const whole = of.shortTitle === undefined ? {} : { title: of.title, 'aria-label': of.title };
  return tag('th', { scope: 'row', ...whole }, shortTitleOf(of));
}

/** The same among other words of a table. */
export function titledWord(of: Titled): Child {
  return of.shortTitle === undefined ? of.title : tag('abbr', { title: of.title }, of.shortTitle);
}

/** All periods of a run together: both tables of a component's periods name the sum so. */
export function allPeriodsTitle({ scheme, period }: { readonly scheme: Scheme; readonly period: Period }): string {
  return period.index === scheme.periods.length - 1 ? 'Whole term' : 'So far';
}

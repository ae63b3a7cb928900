import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';

/** A component as tables and charts name it. */
export function componentTitle({ title }: Component): string {
  return title;
}

/** All periods of a run together: both tables of a component's periods name the sum so. */
export function allPeriodsTitle({ scheme, period }: { readonly scheme: Scheme; readonly period: Period }): string {
  return period.index === scheme.periods.length - 1 ? 'Whole term' : 'So far';
}

import type { Component } from '../../domain/scheme/scheme.ts';

/** A component as tables and charts name it. */
export function componentTitle({ title }: Component): string {
  return title;
}

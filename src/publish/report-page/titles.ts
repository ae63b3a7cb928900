import type { Component } from '../../domain/scheme/scheme.ts';

/** A component as tables and charts name it. */
export function titleOf({ title }: Component): string {
  return title;
}

import type { Node } from 'jsonc-parser';
import { finding, type MadeFinding, type Place } from '../domain/findings/finding.ts';
import { type Lines, linesOf } from './lines.ts';
import { type JsonMistake, type Path, sayPath } from './mistake.ts';

/** A JSON text that was read, with the place of everything in it. */
export interface Document {
  readonly file: string;
  readonly text: string;
  /** The plain value, without duplicate and reserved keys. */
  readonly value: unknown;
  /** Looked up when the first place is asked for: most files have nothing to be told of. */
  places(): Places;
}

/** Where everything in a text stands. */
interface Places {
  readonly root: Node;
  readonly lines: Lines;
  /** What the keys of every block hold. */
  readonly heldBy: ReadonlyMap<Node, ReadonlyMap<string, Node>>;
}

/** The document of a text, its value and its tree. */
export function documentOf(file: string, text: string, value: unknown, treeOf: () => Node): Document {
  let places: Places | null = null;
  return {
    file,
    text,
    value,
    places() {
      if (places !== null) return places;
      const root = treeOf();
      places = { root, lines: linesOf(text), heldBy: keysOfBlocks(root) };
      return places;
    },
  };
}

/** Whether anything is written at a path. */
export function isWritten(document: Document, path: Path): boolean {
  return nodeAt(document, path) !== undefined;
}

/** Whether a number stands at a path, outside quotes. */
export function isBareNumber(document: Document, path: Path): boolean {
  return nodeAt(document, path)?.type === 'number';
}

/** What stands at a path as it stands there, cut short where it is long; undefined for a block, a list or nothing. */
export function writtenAt(document: Document, path: Path): string | undefined {
  const node = nodeAt(document, path);
  if (node === undefined || node.type === 'object' || node.type === 'array') return undefined;
  const written = node.type === 'string' ? String(node.value) : textOf(document, node);
  return written.length > 80 ? `${written.slice(0, 80)}…` : written;
}

/** The same as a sentence has it: a text in quotes, and a block or a list by name. */
export function sayWrittenAt(document: Document, path: Path): string {
  const node = nodeAt(document, path);
  const written = writtenAt(document, path);
  if (node?.type === 'object') return 'a block';
  if (node?.type === 'array') return node.children?.length === 0 ? 'an empty list' : 'a list';
  return node?.type === 'string' ? JSON.stringify(written) : (written ?? 'nothing');
}

/** Where a path stands: its value or its key, or, where it is missing, the nearest thing around it. */
export function placeOf(document: Document, path: Path, on: 'key' | 'value' = 'value'): Place {
  const node = nodeAt(document, path) ?? innermost(document, path);
  const at = on === 'key' ? (node.parent?.children?.[0] ?? node) : node;
  const { line, column } = document.places().lines.positionOf(at.offset);
  const field = sayPath(path);
  return { file: document.file, line, column, ...(field === '' ? {} : { field }) };
}

/** The finding of a mistake: its place and the value as it stands there. */
export function findingOf(document: Document, { code, at, on, message, hint }: JsonMistake): MadeFinding {
  const value = on === 'key' ? String(at.at(-1)) : writtenAt(document, at);
  return finding(code, placeOf(document, at, on), { message, hint, ...(value === undefined ? {} : { value }) });
}

function nodeAt(document: Document, path: Path): Node | undefined {
  const { root, heldBy } = document.places();
  let node: Node | undefined = root;
  for (const step of path)
    node = typeof step === 'number' ? node?.children?.[step] : node && heldBy.get(node)?.get(step);
  return node;
}

/** For every block under a node, what each of its keys holds; of a key written twice, the first. */
function keysOfBlocks(node: Node, heldBy: Map<Node, Map<string, Node>> = new Map()): Map<Node, Map<string, Node>> {
  const held = new Map<string, Node>();
  for (const child of node.children ?? []) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [null, child];
    if (value) keysOfBlocks(value, heldBy);
    if (key && value && !held.has(String(key.value))) held.set(String(key.value), value);
  }
  if (node.type === 'object') heldBy.set(node, held);
  return heldBy;
}

function innermost(document: Document, path: Path): Node {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const node = nodeAt(document, path.slice(0, length));
    if (node) return node;
  }
  return document.places().root;
}

function textOf({ text }: Document, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

/** Keys that JavaScript gives a meaning of its own; nothing that people write has a use for them. */
export const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The value of a tree. Of a key written twice the first one stands; a reserved one does not. Both have findings of their own. */
export function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  const value: Record<string, unknown> = Object.create(null);
  for (const { children = [] } of node.children ?? []) {
    const [key, held] = children;
    if (key && held && !(key.value in value) && !reservedKeys.has(key.value)) value[key.value] = plainValue(held);
  }
  return value;
}

import type { Node } from 'jsonc-parser';
import { type Finding, finding, type Place } from '../domain/findings/finding.ts';
import { type Document, reservedKeys } from './document.ts';
import { type Path, sayPath } from './mistake.ts';

/** Every key that is written twice in its block, or that JavaScript reserves for itself. */
export function faultyKeys(document: Document): Finding[] {
  const { root, lines } = document.places();
  return blocksOf(root, []).flatMap(({ keys, path }) => {
    const firstLines = new Map<string, number>();
    return keys.flatMap((key) => {
      const name = String(key.value);
      const { line, column } = lines.positionOf(key.offset);
      const place = { file: document.file, line, column, field: sayPath([...path, name]) };
      const firstLine = firstLines.get(name);
      firstLines.set(name, firstLine ?? line);
      if (reservedKeys.has(name)) return [reserved(name, place)];
      return firstLine === undefined ? [] : [writtenTwice(name, place, firstLine)];
    });
  });
}

function writtenTwice(name: string, place: Place, firstLine: number): Finding {
  return finding('json-duplicate-key', place, {
    message: `the key ${JSON.stringify(name)} is written twice in this block, first in line ${firstLine}; expected it once`,
    value: name,
    hint: 'keep the one that is meant and take the other out',
  });
}

function reserved(name: string, place: Place): Finding {
  return finding('json-reserved-key', place, {
    message: `the key ${JSON.stringify(name)} has a meaning of its own in JavaScript and none here`,
    value: name,
    hint: 'take it out',
  });
}

interface Block {
  readonly keys: readonly Node[];
  readonly path: Path;
}

/** Every block under a node with its own keys, in the order of the text. */
function blocksOf(node: Node, path: Path): Block[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, index) => blocksOf(child, [...path, index]));
  if (node.type !== 'object') return [];
  const keys = children.flatMap(({ children: [key] = [] }) => (key ? [key] : []));
  const inner = children.flatMap(({ children: [key, held] = [] }) =>
    key && held ? blocksOf(held, [...path, String(key.value)]) : [],
  );
  return [{ keys, path }, ...inner];
}

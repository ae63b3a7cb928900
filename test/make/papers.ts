import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { expect } from 'vitest';
import { emptyFolder, quarterday } from './host.ts';

/** Publishes documents of some kinds; answers the folder. */
export async function papersOf(kinds: string, runs: readonly string[], ...more: readonly string[]): Promise<string> {
  const out = join(emptyFolder(), 'papers');
  const told = await quarterday(['publish', ...runs, '--only', kinds, '--out', out, ...more]);
  expect(told.exit, told.stderr).toBe(0);
  return out;
}

/** A PDF file as a reader finds it. */
export interface ReadPdf {
  /** The text of each page, a line for each line. */
  readonly pages: readonly string[];
  /** The tags of each page, each element with those in it, in order. */
  readonly tags: readonly string[];
  readonly title: unknown;
  readonly language: unknown;
}

export async function readPdf(path: string): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(path)));
  const pages: string[] = [];
  const tags: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(textOf(items));
    tags.push(tagsOf(await page.getStructTree()));
  }
  const { info } = await document.getMetadata();
  const { Title: title, Language: language }: Record<string, unknown> = { ...info };
  return { pages, tags, title, language };
}

function textOf(items: readonly object[]): string {
  const lines: { y: number; text: string }[] = [];
  for (const item of items) {
    if (!('str' in item) || !('transform' in item) || !Array.isArray(item.transform)) continue;
    const [y, text] = [Math.round(Number(item.transform[5])), String(item.str)];
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < 2) last.text = `${last.text} ${text}`;
    else lines.push({ y, text });
  }
  return lines.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join('\n');
}

function tagsOf(node: unknown): string {
  if (typeof node !== 'object' || node === null || !('role' in node)) return '';
  const children = 'children' in node && Array.isArray(node.children) ? node.children : [];
  const inner = children.map(tagsOf).filter((tags) => tags !== '');
  return inner.length === 0 ? String(node.role) : `${node.role}(${inner.join(' ')})`;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyFolder } from './host.ts';

/** One thing of each kind that has a short title. */
export const titles = {
  component: {
    id: 'locality-meetings',
    title: 'Practice lead attendance at locality meetings',
    shortTitle: 'LOCALITY IN SHORT',
  },
  another: {
    id: 'primary-care-development',
    title: 'Practice participation in primary care development',
    shortTitle: 'CARE',
  },
  evidence: { id: 'claim-sheet', title: 'Improvement plan claim sheet for the quarter', shortTitle: 'SHEET IN SHORT' },
  event: {
    id: 'locality-meeting',
    title: 'A meeting of the locality',
    shortTitle: 'MEETING IN SHORT',
    clause: '10',
  },
};

/** The file of the scheme of Dorset, with a short title for one thing of each kind. */
export function schemeInShort(): string {
  const path = fileURLToPath(new URL('../../schemes/dorset-ccip-2015-16.json', import.meta.url));
  const scheme = JSON.parse(readFileSync(path, 'utf8'));
  const without = ({ shortTitle: _, ...rest }: { id: string; title: string; shortTitle?: string }) => rest;
  const titled = (all: { id: string; title: string }[], ...of: { id: string }[]) =>
    all.map((each) => ({ ...without(each), ...of.find(({ id }) => id === each.id) }));
  const file = join(emptyFolder(), 'scheme.json');
  const own = {
    components: titled(scheme.components, titles.component, titles.another),
    evidence: titled(scheme.evidence, titles.evidence),
    events: [titles.event],
  };
  writeFileSync(file, JSON.stringify({ ...scheme, ...own }));
  return file;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The licences of the packages whose files are among `inputs` (of esbuild's metafile), one after another; one that has none throws. */
export async function licences(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  const texts = await Promise.all([...folders].sort().map(ofPackage));
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

async function ofPackage(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  if (files.length === 0 && license === undefined) throw new Error(`${folder} names no licence`);
  const whose = typeof author === 'object' ? author.name : (author ?? 'its authors');
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const all = files.length === 0 ? [await standing(license, whose)] : texts;
  return `${name} ${version}${license === undefined ? '' : ` (${license})`}\n\n${all.map((text) => text.trim()).join('\n\n')}\n`;
}

/** What a package is under that brings no text of it: the MIT licence is the same for all but its copyright. */
async function standing(license, whose) {
  if (license !== 'MIT') return `${license}. Copyright ${whose}. No text of it comes with the package.`;
  const own = await readFile(new URL('../LICENSE', import.meta.url), 'utf8');
  return `MIT License\n\nCopyright (c) ${whose}\n\n${own.slice(own.indexOf('Permission is hereby granted'))}`;
}

import { hasErrors, type Outcome } from '../../domain/findings/finding.ts';
import { located, readWrittenBytes } from '../../json/read-written.ts';
import { channelChecks } from './checks.ts';
import { type Channel, channel as grammar } from './grammar.ts';

/** The bytes of a channel file as a channel, checked. Null where any of it has errors. */
export function readChannel(bytes: Uint8Array, file: string): Outcome<Channel | null> {
  const { value, findings } = readWrittenBytes(bytes, file, grammar);
  if (value === null) return { value: null, findings };
  const mistakes = channelChecks.flatMap((check) => check(value.written));
  const all = [...findings, ...located(mistakes, value.document)];
  return { value: hasErrors(all) ? null : value.written, findings: all };
}

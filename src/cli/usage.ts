import type { CommanderError } from 'commander';
import { type Finding, finding } from '../domain/findings/finding.ts';

/** A refusal of commander's as a finding in our words. Null for an error that no command line can cause: a fault of ours. */
export function usageFinding({ code, message }: CommanderError): Finding | null {
  const { value = '', meant, rest = '', argument } = partsOf(message);
  switch (code) {
    case 'commander.unknownCommand':
      return finding('unknown-command', {}, { message: 'there is no such command', value, hint: didYouMean(meant) });
    case 'commander.unknownOption': {
      const hint = meant ? didYouMean(meant) : 'see quarterday COMMAND --help; options stand after the command';
      return finding('unknown-option', {}, { message: 'there is no such option here', value, hint });
    }
    case 'commander.missingArgument': {
      const hint = `add it; quarterday COMMAND --help shows whole lines to copy`;
      return finding('missing-argument', {}, { message: `the ${value} is missing`, hint });
    }
    case 'commander.excessArguments': {
      const counts = /Expected (\d+) arguments? but got (\d+)/.exec(message);
      const said = `the command takes ${counts?.[1] ?? 'fewer'} besides its options, but ${counts?.[2] ?? 'more'} are given`;
      const hint = 'leave out what is too many; put quotation marks round a path with spaces';
      return finding('extra-argument', {}, { message: said, hint });
    }
    case 'commander.invalidArgument': {
      const option = /option '(--[a-z-]+)/.exec(message)?.[1] ?? argument?.toUpperCase() ?? 'option';
      const said = `${option} does not take this value`;
      return finding('option-value', { field: option }, { message: said, value, hint: lowerFirst(rest) });
    }
    default:
      return null;
  }
}

/**
 * `error: option '--x <y>' argument 'VALUE' is invalid. REST`, `error: command-argument value 'VALUE' is invalid for argument 'ARGUMENT'.
 * REST`, `error: unknown … 'VALUE'\n(Did you mean MEANT?)`.
 */
function partsOf(message: string): {
  value?: string | undefined;
  meant?: string | undefined;
  rest?: string | undefined;
  argument?: string | undefined;
} {
  const invalid = /^error: option '[^']*' argument '([\s\S]*)' is invalid\. ([\s\S]*?)\.?$/.exec(message);
  if (invalid) return { value: invalid[1], rest: invalid[2] };
  const placed = /^error: command-argument value '([\s\S]*)' is invalid for argument '([a-z-]+)'\. ([\s\S]*?)\.?$/.exec(
    message,
  );
  if (placed) return { value: placed[1], argument: placed[2], rest: placed[3] };
  const named = /'([\s\S]*)'(?:\n\(Did you mean (?:one of )?([\s\S]*)\?\))?$/.exec(message);
  return { value: named?.[1], meant: named?.[2] };
}

function didYouMean(meant: string | undefined): string {
  return meant ? `did you mean ${meant}?` : 'quarterday --help lists what there is';
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

import { expect, it } from 'vitest';
import { isSystemFile } from '../../src/domain/system-files.ts';

it.each(['Thumbs.db', 'thumbs.db', 'desktop.ini', '.DS_Store', '~$claims.xlsx', '._claims.csv', '.~lock.claims.csv#'])(
  '%s was left by the system',
  (name) => expect(isSystemFile(name)).toBe(true),
);

it.each([
  'claims.csv',
  'Thumbs.db.csv',
  '$~claims.csv',
  '.record-000002-0123456789abcdef',
  '.gitignore',
  'claims.~lock.',
  '',
])('%j was not', (name) => expect(isSystemFile(name)).toBe(false));

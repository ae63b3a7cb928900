import { readFileSync } from 'node:fs';
import { readSchemeBytes } from '../../src/scheme/read.ts';
import type { Filled } from '../make/filled-form.ts';

const file = new URL('../../schemes/dorset-ccip-2015-16.json', import.meta.url);
const { value } = readSchemeBytes(readFileSync(file), 'dorset-ccip-2015-16.json');
if (!value) throw new Error('the scheme is not sound');

export const dorset = value;

const [component] = dorset.components;
const practice_code = 'Z00001';

/** A row or two of tables of a form, with what spreadsheets like to change. */
export const filled: Filled = {
  'practices.csv': [
    {
      practice_code,
      practice_name: 'St Mary’s',
      locality: '1-2',
      pcn_code: '0012',
      joined_on: '2015-04-01',
      notice_on: '',
      left_on: '',
    },
    {
      practice_code: 'Z00002',
      practice_name: '007',
      locality: 'SEP2',
      pcn_code: '1E5',
      joined_on: '',
      notice_on: '',
      left_on: '2016-02-29',
    },
  ],
  'list-sizes.csv': [{ practice_code, as_at: '2015-03-31', patients: '5000', population: '' }],
  'evidence.csv': [],
  'claims.csv': [],
  'paid.csv': [
    {
      practice_code,
      component: component?.id ?? '',
      period: 'Q1',
      amount: '1234.56',
      paid_on: '2015-07-31',
      payee_code: '',
      reference: '0099',
    },
  ],
};

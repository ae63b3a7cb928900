import * as z from 'zod';
import { block } from '../../json/block.ts';
import { count } from './words.ts';

/** So long after a day. */
export const daysOrMonths = z.union([block({ days: count(0, 3660) }), block({ months: count(0, 120) })]);

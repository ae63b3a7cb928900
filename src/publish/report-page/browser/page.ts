import { openContents } from './contents.ts';
import { openFollow } from './follow.ts';
import { openList } from './list.ts';
import { openScrolling } from './scrolling.ts';

openList();
openFollow();
openContents();
openScrolling();

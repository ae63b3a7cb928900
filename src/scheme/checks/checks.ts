import type { Scheme } from '../../domain/scheme/scheme.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import {
  measuresNamedExist,
  noMeasureIsUnused,
  scaleStepsAscend,
  scalesFitTheirMeasure,
  scalesFollowTheirDirection,
} from './achievement.ts';
import { chainsAreShort } from './chains.ts';
import { eventsStandInValues } from './claims-blocks.ts';
import {
  envelopesToDateSayWhatTheyScale,
  eventsArePaidAsTheyFall,
  groupsShareARateOrASum,
  onlyPeriodsOfClaimsClose,
  perEventHasClaimWindow,
  poolsAreSplitByListSizeAlone,
  poolsUseComponentRounding,
} from './combinations.ts';
import {
  agreedSchemesHoldNothingMadeUp,
  agreedSchemesLeaveNothingToConfirm,
  examplesWaitForEveryFigure,
} from './confirmation.ts';
import { changesBeginWithAPeriod } from './dated-changes.ts';
import {
  conditionsAskForSomething,
  conditionsNameWhatExists,
  deadlinesAreDays,
  keepsHaveDeadlines,
  noEvidenceIsAskedForTwice,
  noEvidenceIsUnused,
  recoveryPeriodsExist,
  sharersAreAskedForWhatExists,
} from './evidence.ts';
import { examplesNameWhatExists, headlinesNameWhatExists } from './examples.ts';
import { headlinesTieToComponents } from './headlines.ts';
import { adjustmentIdsAreUnique, idsAreUnique } from './ids.ts';
import { limitsCanBind, testsCanHold } from './limits.ts';
import { figuresOfAllAddUpNothing } from './of-all.ts';
import { balancesTakeOffWhatWasOnAccount } from './on-account.ts';
import {
  daysOfReceiptAreThoseOfEvidence,
  linesAreThoseOfAMeasure,
  missingFiguresAreOfOne,
  ownDaysAreThoseOfOne,
  whatComesBackIsInOrder,
  whatIsSharedAddsUpNothing,
} from './own-days.ts';
import { periodsCoverTheTerm, periodsRunInOrderWithoutGaps, theTermEndsAfterItStarts } from './periods.ts';
import { patientsAreOfAPopulation } from './population.ts';
import {
  bandsAndDatesAscend,
  companionsExist,
  quantitiesNameWhatExists,
  sharesSayWhatZeroMeans,
} from './quantities.ts';
import {
  eventsOfAPeriodArePaidInIt,
  everyComponentHasASchedule,
  instalmentsRoundedEachStandAlone,
  poundsMakeTheValue,
  sharesAddUpToOne,
  sharesNameEveryPeriod,
} from './schedules.ts';
import {
  eventsHaveOneOwner,
  eventsOfAPeriodAreItsOwn,
  eventsWithATitleArePaid,
  holidaysAreSaid,
  limitsAreThoseOfAnOwner,
} from './shared-events.ts';
import { titlesTellThingsApart } from './titles.ts';
import { groupSharesAddUpToOne, valuesComeFromAboveOrStandAlone } from './tree.ts';
import { unitsGoTogether } from './units.ts';

/** What must hold of a scheme as it is written. Where one of these fails, the scheme cannot be made. */
export const writtenChecks: readonly ((scheme: WrittenScheme) => JsonMistake[])[] = [
  idsAreUnique,
  adjustmentIdsAreUnique,
  titlesTellThingsApart,
  theTermEndsAfterItStarts,
  periodsRunInOrderWithoutGaps,
  periodsCoverTheTerm,
  valuesComeFromAboveOrStandAlone,
  groupSharesAddUpToOne,
  groupsShareARateOrASum,
  eventsArePaidAsTheyFall,
  envelopesToDateSayWhatTheyScale,
  eventsHaveOneOwner,
  limitsAreThoseOfAnOwner,
  holidaysAreSaid,
  eventsOfAPeriodAreItsOwn,
  eventsWithATitleArePaid,
  perEventHasClaimWindow,
  onlyPeriodsOfClaimsClose,
  poolsAreSplitByListSizeAlone,
  poolsUseComponentRounding,
  everyComponentHasASchedule,
  eventsOfAPeriodArePaidInIt,
  sharesNameEveryPeriod,
  sharesAddUpToOne,
  poundsMakeTheValue,
  instalmentsRoundedEachStandAlone,
  conditionsNameWhatExists,
  conditionsAskForSomething,
  noEvidenceIsAskedForTwice,
  noEvidenceIsUnused,
  sharersAreAskedForWhatExists,
  keepsHaveDeadlines,
  deadlinesAreDays,
  recoveryPeriodsExist,
  measuresNamedExist,
  noMeasureIsUnused,
  scaleStepsAscend,
  scalesFitTheirMeasure,
  scalesFollowTheirDirection,
  quantitiesNameWhatExists,
  bandsAndDatesAscend,
  chainsAreShort,
  changesBeginWithAPeriod,
  sharesSayWhatZeroMeans,
  ownDaysAreThoseOfOne,
  missingFiguresAreOfOne,
  linesAreThoseOfAMeasure,
  whatIsSharedAddsUpNothing,
  whatComesBackIsInOrder,
  daysOfReceiptAreThoseOfEvidence,
  eventsStandInValues,
  figuresOfAllAddUpNothing,
  unitsGoTogether,
  balancesTakeOffWhatWasOnAccount,
  limitsCanBind,
  testsCanHold,
  companionsExist,
  headlinesNameWhatExists,
  examplesNameWhatExists,
  agreedSchemesLeaveNothingToConfirm,
  agreedSchemesHoldNothingMadeUp,
  examplesWaitForEveryFigure,
];

/** What must hold of the scheme that was made: its figures against those that the paper prints. */
export const figureChecks: readonly ((scheme: Scheme) => JsonMistake[])[] = [
  headlinesTieToComponents,
  patientsAreOfAPopulation,
];

import type {Section} from './section';
import {assumptions} from './sections/assumptions';
import {board} from './sections/board';
import {coverage} from './sections/coverage';
import {definitions} from './sections/definitions';
import {durations} from './sections/durations';
import {exceedance} from './sections/exceedance';
import {impact} from './sections/impact';
import {matrix} from './sections/matrix';
import {measures} from './sections/measures';
import {outage} from './sections/outage';
import {register} from './sections/register';
import {reproduce} from './sections/reproduce';
import {tornado} from './sections/tornado';
import {validation} from './sections/validation';

/** In the order of the page. */
export const sections: readonly Section[] = [
  board,
  impact,
  matrix,
  register,
  exceedance,
  durations,
  outage,
  tornado,
  measures,
  coverage,
  assumptions,
  definitions,
  validation,
  reproduce,
];

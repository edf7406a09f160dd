import type {Section} from './section';
import {impact} from './sections/impact';

export const sections: readonly Section[] = [impact];

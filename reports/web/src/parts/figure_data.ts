// The numbers of a figure, which its table knows and its menu writes.
import {createContext} from 'preact';

/** Makes the CSV, with these lines at its head. */
export type FigureData = (head: string[]) => string;

/** Filled by the table of a figure while it is drawn. */
export const FigureDataContext = createContext<{current: FigureData | null}>({current: null});

import type {ComponentType} from 'preact';
import type {Language, Report} from './document';

/** One file in sections/ exports one; report_sections.ts lists them in the order of the page. */
export interface Section {
  id: string;
  title: Record<Language, string>;
  /** Whether the document has what it shows; else the page says nothing of it. */
  applies(report: Report): boolean;
  /** Folded away for a board, who may open it; on paper it is left out. */
  background?: true;
  Body: ComponentType<{report: Report}>;
}

// A section of the report as a reader gets it, for tests of what it says.
import {renderToString} from 'preact-render-to-string';
import type {Report} from '../src/document';
import {LanguageContext} from '../src/language';
import type {Section} from '../src/section';

export const markupOf = ({Body}: Pick<Section, 'Body'>, report: Report) =>
  renderToString(
    <LanguageContext.Provider value={report.language}>
      <Body report={report} />
    </LanguageContext.Provider>,
  ).replace(/\u00a0/g, ' ');

/** A bar in the place of each tag, or of several. */
export const textOf = (section: Pick<Section, 'Body'>, report: Report) =>
  markupOf(section, report)
    .replace(/<[^>]*>/g, '|')
    .replace(/\|+/g, '|');

export const count = (text: string, what: RegExp) => (text.match(what) ?? []).length;

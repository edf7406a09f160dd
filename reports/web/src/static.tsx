// Entry of the engine in the program: a document in, markup out.
import {renderToString} from 'preact-render-to-string';
import type {Report} from './document';
import {ReportPage} from './report_page';

Object.assign(globalThis, {
  renderReport: (text: string) => renderToString(<ReportPage report={JSON.parse(text) as Report} />),
});

// Entry of the browser: makes the markup that is there alive.
import {hydrate} from 'preact';
import type {Report} from '../document';
import {ReportPage} from '../report_page';

const text = document.getElementById('document')?.textContent;
const root = document.getElementById('page');
if (text && root) hydrate(<ReportPage report={JSON.parse(text) as Report} />, root);

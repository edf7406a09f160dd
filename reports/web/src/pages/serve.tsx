// Entry of the browser: the what-if page.
import {render} from 'preact';
import {ServePage} from '../serve/serve_page';

const root = document.getElementById('page');
if (root) render(<ServePage />, root);

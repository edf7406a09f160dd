// Entry of the browser: the what-if page.
import {render} from 'preact';
import {ServePage} from '../serve/serve_page';
import {takeToken} from '../serve/token';

takeToken();
// The address of a new server, typed in an old tab, changes only what is behind #.
addEventListener('hashchange', () => takeToken() && location.reload());
const root = document.getElementById('page');
if (root) render(<ServePage />, root);

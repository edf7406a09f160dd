// Results of small studies, and the reports that the tests look at. A fixture: runs before them.
import {writeFileSync} from 'node:fs';
import {editions, file, results, root, uitwijk} from './program.mjs';

const run = (name, ...words) => uitwijk('run', ...words, '-q', '-o', file(`${name}.h5`));
const room = ['--threat', 'DR-20', '--target', 'rotterdam', '-n', '15'];
run('now', ...room);
run('one_hour', ...room, '--duration', '1 h');
run('four_hours', ...room, '--duration', '4 h');
run('quick', ...room, '--set', 'takeover.decide=1 min');
run('slow', ...room, '--set', 'takeover.decide=15 min');
run('planned', ...room, '--measures', 'planned');
run('carrier', '--threat', 'DR-01', '-n', '15');
run('carrier_planned', '--threat', 'DR-01', '-n', '15', '--measures', 'planned');
run('network', '--threat', 'DR-07', '-n', '15');
run('kpn', 'scenarios/kpn-2019.yaml', '-n', '15');

const rubricering = 'Test\\"</style><script>window.broken=1</script>';
writeFileSync(file('hostile.yaml'), `scenario:
  name: ${JSON.stringify('</script><img src=x onerror="window.broken=1"> =1+1 \u{1F692}')}
  description: "Names that want to be markup, a formula, or beyond the first 65,536 characters."
  rubricering: ${JSON.stringify(rubricering)}
  world: ${JSON.stringify(`${root}/models/netherlands`)}
  start: "2026-03-03T10:00"
  end: "3 h"
`);
run('hostile', file('hostile.yaml'), '-n', '2');

for (const {audience, language, html} of editions)
  uitwijk('report', ...results, '-q', '--audience', audience, '--lang', language, '-o', html);
uitwijk('report', file('hostile.h5'), '-q', '-o', file('hostile.html'), '--audience', 'analist', '--lang', 'nl');

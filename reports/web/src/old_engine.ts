// What an ES5 engine lacks and we or our libraries use; only in static.js.
import 'core-js/es/symbol';
import 'core-js/es/map';
import 'core-js/es/set';
import 'core-js/es/object/assign';
import 'core-js/es/object/entries';
import 'core-js/es/object/values';
import 'core-js/es/object/from-entries';
import 'core-js/es/array';
import 'core-js/es/string/includes';
import 'core-js/es/string/repeat';
import 'core-js/es/string/pad-start';
import 'core-js/es/string/pad-end';
import 'core-js/es/number';
import 'core-js/es/math';
import 'core-js/es/global-this';
// Of dagre:
import 'core-js/es/object/has-own';
import 'core-js/es/weak-map';
import 'core-js/stable/structured-clone';

import assert from 'node:assert/strict';
import test from 'node:test';
import {wordOf} from '../src/language';

test('a word for a name is one that is there to be read', () => {
  const words = {lost: 'verloren', count: (n: number) => `${n} keer`};
  assert.equal(wordOf(words, 'lost'), 'verloren');
  for (const name of ['other', 'count', 'constructor', '']) assert.equal(wordOf(words, name), name);
});

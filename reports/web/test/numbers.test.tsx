import assert from 'node:assert/strict';
import test from 'node:test';
import {Numbers, dash} from '../src/numbers';

const nl = new Numbers('nl');
const en = new Numbers('en');

test('few digits, in the signs of the language', () => {
  assert.equal(nl.count(1065.4), '1.065');
  assert.equal(en.count(1065.4), '1,065');
  assert.equal(nl.count(16.33), '16,3');
  assert.equal(en.count(0.4236), '0.42');
  assert.equal(nl.count(0), '0');
  assert.equal(nl.signed(4.2), '+4,2');
  assert.equal(nl.signed(-4.2), '-4,2');
});

test('both ends of a difference have a sign; without ends it stands alone', () => {
  assert.equal(en.signedInterval({value: 1.5, ci95: [-0.25, 3.25]}), '+1.5 [-0.25; +3.3]');
  assert.equal(en.signedInterval({value: 1.5, ci95: null}), '+1.5');
});

test('what does not exist is a dash, never a zero', () => {
  for (const nothing of [null, undefined, NaN, Infinity]) {
    assert.equal(nl.count(nothing), dash);
    assert.equal(nl.share(nothing), dash);
    assert.equal(nl.time(nothing), dash);
    assert.equal(nl.rate(nothing), dash);
  }
  assert.equal(nl.ends(null), dash);
  assert.equal(nl.proportion({share: null, ci95: null, hits: 0, of: 0}), dash);
});

test('none of n is an upper bound and all of n a lower one, rounded outwards', () => {
  assert.equal(nl.chance({share: 0, ci95: [0, 0.0149], hits: 0, of: 200}), '≤\u00a02\u00a0%');
  assert.equal(nl.chance({share: 1, ci95: [0.951, 1], hits: 60, of: 60}), '≥\u00a095\u00a0%');
  assert.equal(nl.chance({share: 0.65, ci95: [0.524, 0.761], hits: 39, of: 60}), '65\u00a0%');
  assert.equal(nl.chance({share: null, ci95: null, hits: 0, of: 0}), dash);
});

test('shares, rates, times', () => {
  assert.equal(nl.share(0.65), '65\u00a0%');
  assert.equal(nl.percent(0.004), '0,4\u00a0%');
  assert.equal(nl.percent(0.0004), '0,04\u00a0%');
  assert.equal(nl.percent(0), '0\u00a0%');
  assert.equal(en.proportion({share: 0.65, ci95: [0.524, 0.761], hits: 39, of: 60}), '65\u00a0% [52; 76]');
  assert.equal(en.rate(0.39086), '0.39');
  assert.equal(en.rate(0.00412), '0.0041');
  assert.equal(en.decade(0.01), '0.01');
  assert.equal(nl.time(45), '45\u00a0s');
  assert.equal(nl.time(600), '10\u00a0min');
  assert.equal(nl.time(16800), '4,7\u00a0u');
  assert.equal(en.time(86400 * 5), '5.0\u00a0d');
});

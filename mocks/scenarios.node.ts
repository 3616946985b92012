import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type HeroValue, ImpactReport } from '@qontak/impact-contract';
import { scenario, SCENARIO_NAMES, type ScenarioName } from './index.ts';

const heroOf = (name: ScenarioName): HeroValue => {
  const { hero } = scenario(name).data;
  assert.equal(hero.status, 'ok');
  return hero;
};

describe('scenarios', () => {
  for (const name of SCENARIO_NAMES) {
    test(`${name} is a report by the contract`, () => assert.deepEqual(ImpactReport.parse(scenario(name)), scenario(name)));
  }

  test('each is what its name says', () => {
    for (const size of ['full', 'rough', 'x_of_n', 'counts'] as const) assert.equal(heroOf(size).net.size, size);
    for (const verdict of ['better', 'worse', 'same'] as const) assert.equal(heroOf(verdict).vs_previous?.verdict, verdict);
    for (const status of ['provisional', 'final'] as const) assert.equal(scenario(status).meta.period.status, status);
    assert.equal(heroOf('empty').net.share, null);
    assert.ok(heroOf('provisional').outcomes.checking > 0);
    assert.deepEqual(scenario('no_data_yet').data.hero, { status: 'unavailable', reason: 'no_data_yet' });
  });

  test('nobody can spoil another one', () => {
    scenario('full').meta.channels.push('fax');
    assert.ok(!scenario('full').meta.channels.includes('fax'));
  });
});

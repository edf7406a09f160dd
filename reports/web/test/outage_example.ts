// A nation of two meldkamers on the map; the first is lost for a while and the second answers for it.
import type {Curve, Curves, Outage} from '../src/outage/outage';

const curve = (...mean: number[]): Curve => ({mean, p5: 0, p95: mean.map(value => value + 2), twin: 1});

export function curves(): Curves {
  return {
    first_attempts: curve(40, 41, 42, 43),
    waiting: curve(0, 9, 3, 0),
    failed: curve(0, 6, 1, 0),
    answered_of_regions: curve(30, 20, 30, 30),
    answered_for_others: curve(0, 0, 5, 5),
    on_duty: curve(12, 12, 12, 12),
  };
}

export function outage(): Outage {
  return {
    schema: 'uitwijk/outage/1',
    replications: 40,
    bin_min: 5,
    edges: [-5, 0, 5, 10, 40],
    reached: [40, 40, 40, 21],
    states: {losing_least: 3, losing_share: 0.1, pressed_share: 0.25},
    centres: [
      {id: 'rotterdam', name: 'Meldkamer Rotterdam', latitude: 51.92, longitude: 4.48},
      {id: 'den_haag', name: 'Meldkamer Den Haag', latitude: 52.07, longitude: 4.3},
    ],
    regions: [
      {id: 'rotterdam_rijnmond', name: 'Rotterdam-Rijnmond', centre: 0},
      {id: 'haaglanden', name: 'Haaglanden', centre: 1},
    ],
    disciplines: [{id: 'politie', name: 'Politie'}],
    moments: [
      {name: 'detected', n: 40, of: 40, not_needed: 0, p5: 1, p50: 2, p95: 4, later_than: null},
      {name: 'decided', n: 40, of: 40, not_needed: 0, p5: 2, p50: 3, p95: 5, later_than: null},
      {name: 'switched', n: 39, of: 40, not_needed: 0, p5: 4, p50: 6, p95: 20, later_than: null},
      {name: 'repaired', n: 40, of: 40, not_needed: 0, p5: 30, p50: 30, p95: 30, later_than: null},
      {name: 'returned', n: 1, of: 40, not_needed: 1, p5: null, p50: null, p95: null, later_than: 645},
      {name: 'recovered', n: 39, of: 40, not_needed: 12, p5: 0, p50: 12, p95: null, later_than: 640},
    ],
    recovery_of: 'touched',
    curves: {all: curves(), centres: [curves(), null]},
    courses: [
      {
        rule: 'median',
        replication: 5,
        extra_lost: 4,
        states: ['.xoo', '..p.'],
        waiting: [[0, 7, 0, 0], 0],
        failed: [0, 0],
        episodes: [
          {centre: 0, partner: 1, failed_switches: 0, answered: 99, times: [0, 2, 3, 6, null, 30, null, null]},
        ],
        outages: [['Spoedvraag', 0, 30]],
        components: [['112-telefonie', 0, 30]],
      },
      {
        rule: 'p95',
        replication: 7,
        extra_lost: 43,
        states: ['.xxx', '....'],
        waiting: [[0, 7, 30, 40], 0],
        failed: [[0, 5, 9, 9], 0],
        episodes: [
          {centre: 0, partner: null, failed_switches: 2, answered: 0, times: [0, 2, 3, null, null, 40, null, null]},
        ],
        outages: [['Spoedvraag', 0, 40]],
        components: [['112-telefonie', 0, 40]],
      },
    ],
    rooms: [
      {
        centre: 1,
        received: 0.98,
        answered: {mean: 90, p5: 60, p95: 120},
        short_min: {politie: {mean: 12, p5: 1, p95: 30}},
      },
    ],
    answers: {
      times_s: [1, 10, 60, 600, 3600],
      norm_s: 10,
      delayed_after_s: 60,
      lost_after_s: 600,
      within_norm: {world: 0.49, twin: 1},
      of: [
        {of: 'first_answer', n: 900, world: [0.5, 0.8, 0.9, 1, 1], twin: 1},
        {of: 'politie', n: 400, world: [0, 0.2, 0.7, 0.9, 0.9], twin: [0, 0.9, 1, 1, 1]},
      ],
    },
    failed: {
      parts: [
        {name: '112-telefonie', owner: 'Spoedvraag', function: false, centres: ['Meldkamer Rotterdam'], from: 0},
        {name: 'Aannemen', owner: '', function: true, centres: ['Meldkamer Rotterdam'], from: 0},
      ],
      links: [[0, 1]],
    },
  };
}

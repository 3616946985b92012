import { assert, fixture, html } from '@open-wc/testing';
import type { PropertyValues } from 'lit';
import { Hero } from '#widgets/hero';
import '#widgets/provider';
import { inTurn } from './in-turn.ts';
import { sampleHero, sampleReport } from './sample-report.ts';

/** As long as drawing a card takes on a slow device. */
function work(ms: number): void {
  const begin = performance.now();
  while (performance.now() - begin < ms);
}

/** In which frame something is done, the present one being 0. */
function clock(): { frame: () => number; stop: () => void } {
  let frame = 0;
  let request = requestAnimationFrame(function count() {
    frame += 1;
    request = requestAnimationFrame(count);
  });
  return { frame: () => frame, stop: () => cancelAnimationFrame(request) };
}

async function framesOf(...draws: (() => void)[]): Promise<number[]> {
  const { frame, stop } = clock();
  const frames: number[] = [];
  await Promise.all(
    draws.map((draw) =>
      inTurn(() => {
        draw();
        frames.push(frame());
      }),
    ),
  );
  stop();
  return frames;
}

const report = sampleReport({ hero: sampleHero({ outcomes: { stayed_solved: 620, handed_over: 380 } }) });
const nextGo = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const slow = (): void => work(10);
const quick = (): void => {};

describe('drawing in turn', () => {
  beforeEach(nextGo);

  it('gives each a frame of its own where drawing takes long', async () => {
    const [first, second, third] = (await framesOf(slow, slow, slow)) as [number, number, number];
    assert.equal(first, 0, 'the first is not kept waiting');
    assert.isAbove(second, first);
    assert.isAbove(third, second);
  });

  it('keeps together what fits into a frame', async () => {
    assert.deepEqual(await framesOf(quick, quick, quick), [0, 0, 0]);
  });

  it('goes on where no frame comes, as in a tab that was hidden just now', async () => {
    const real = requestAnimationFrame.bind(window);
    window.requestAnimationFrame = () => 0;
    try {
      const drawn: string[] = [];
      const first = inTurn(() => {
        slow();
        drawn.push('first');
      });
      await Promise.all([first, inTurn(() => drawn.push('second'))]);
      assert.deepEqual(drawn, ['first', 'second']);
    } finally {
      window.requestAnimationFrame = real;
    }
  });

  it('waits for a frame that is late, as drawing took long', async () => {
    const [first, second] = (await framesOf(() => work(200), quick)) as [number, number];
    assert.isAbove(second, first);
  });

  it('goes on after one that failed', async () => {
    const broken = inTurn(() => {
      slow();
      throw new Error('broken');
    });
    const after = framesOf(quick);
    assert.equal(await broken.catch((error: Error) => error.message), 'broken');
    assert.lengthOf(await after, 1);
  });
});

describe('cards that come to a report that stands', () => {
  it('are drawn in turn, and new figures in all of them at once', async () => {
    let drawn: number[] = [];
    const time = clock();
    class Slow extends Hero {
      protected override update(changed: PropertyValues<this>): void {
        slow();
        super.update(changed);
        drawn.push(time.frame());
      }
    }
    customElements.define('qontak-impact-slow', Slow);
    const provider = await fixture<HTMLElementTagNameMap['qontak-impact-provider']>(html`<qontak-impact-provider .data=${report}></qontak-impact-provider>`);
    const cards = [1, 2, 3].map(() => new Slow());
    provider.append(...cards);
    await Promise.all(cards.map((card) => card.updateComplete));
    assert.equal(new Set(drawn).size, 3, 'each in a frame of its own');
    drawn = [];
    provider.data = structuredClone(report);
    await provider.updateComplete;
    await Promise.all(cards.map((card) => card.updateComplete));
    assert.equal(new Set(drawn).size, 1, 'no old figure stands beside a new one');
    time.stop();
  });
});

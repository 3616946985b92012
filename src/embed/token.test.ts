// What a host may rely on when it gives `tokenProvider`.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import type { ImpactReport } from '@qontak/impact-contract';
import { mount, signOut, type TokenRequest } from '#embed';
import { fakeService, gives, hangs, readIn, refuses } from '#test/fake-service';
import { sampleHero, sampleReport } from '../../widgets/kit/sample-report.ts';

const SRC = 'https://metrics.example.id';
const reportOf = (solved: number): ImpactReport => sampleReport({ hero: sampleHero({ outcomes: { stayed_solved: solved, handed_over: 1000 - solved } }) });
const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });
const place = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<main></main>`);
const heroIn = (target: Element, settings: object): ReturnType<typeof mount> => mount(target, { element: 'hero', src: SRC, locale: 'en', ...settings });

describe('tokenProvider', () => {
  it('is asked once for several widgets, with the reason and the organization', async () => {
    const asked: Omit<TokenRequest, 'signal'>[] = [];
    const tokenProvider = ({ reason, org }: TokenRequest): Promise<string> => (asked.push({ reason, org }), Promise.resolve('t'));
    const { fetcher, seen } = fakeService(gives(reportOf(620)));
    const target = await place();
    const org = reportOf(620).meta.organization.id;
    const all = [1, 2, 3].map(() => heroIn(target, { org, tokenProvider, fetcher }));
    await Promise.all(all.map(({ ready }) => ready));
    assert.deepEqual(asked, [{ reason: 'initial', org }]);
    assert.equal(seen.length, 1);
  });

  it('is asked again before the token runs out, not with every request', async () => {
    const reasons: string[] = [];
    const tokenProvider = ({ reason }: TokenRequest) => ({
      token: `${reasons.push(reason)}`,
      expiresAt: Date.now() + (reasons.length === 1 ? 20_000 : 600_000),
    });
    const service = fakeService(gives(reportOf(620)));
    const hero = heroIn(await place(), { tokenProvider, fetcher: service.fetcher });
    await hero.ready;
    await hero.refresh();
    await hero.refresh();
    assert.deepEqual(reasons, ['initial', 'expired']);
    assert.deepEqual(
      service.seen.map(({ token }) => token),
      ['1', '2', '2'],
    );
  });

  it('is asked once more after a refusal; after the second the user has to sign in', async () => {
    const reasons: string[] = [];
    const tokenProvider = ({ reason }: TokenRequest) => `${reasons.push(reason)}`;
    const service = fakeService(refuses(401));
    const target = await place();
    let signIn = 0;
    target.addEventListener('impact-auth-required', () => (signIn += 1));
    const hero = heroIn(target, { tokenProvider, fetcher: service.fetcher });
    await says(hero.element, 'Your session has ended');
    assert.deepEqual([reasons, service.seen.length, signIn], [['initial', 'expired'], 2, 1]);
  });

  it('is asked again with the reason when its user was not allowed to read the report, and may be by now', async () => {
    const reasons: string[] = [];
    const tokenProvider = ({ reason }: TokenRequest) => `${reasons.push(reason)}`;
    const service = fakeService(({ token }) => (token === '2' ? Response.json(reportOf(620)) : refuses(403)()));
    const hero = heroIn(await place(), { tokenProvider, fetcher: service.fetcher });
    await says(hero.element, 'access');
    assert.deepEqual(reasons, ['initial'], 'not by itself: nothing has changed');
    await hero.refresh();
    await says(hero.element, '62');
    await hero.refresh();
    assert.deepEqual(reasons, ['initial', 'forbidden']);
  });

  it('that turns to another organization takes the figures of the first from every card, also from those of other days', async () => {
    const { error } = console;
    console.error = () => undefined;
    const first = reportOf(620);
    const second = reportOf(470);
    second.meta.organization = { ...second.meta.organization, id: '0197e2c4-0000-7000-8000-00000000beef' };
    const service = fakeService(gives(first));
    const settings = { tokenProvider: () => 't', fetcher: service.fetcher };
    const target = await place();
    const [one, other] = [heroIn(target, { ...settings, period: '2026-10' }), heroIn(target, { ...settings, period: '2026-09' })];
    try {
      await Promise.all([one.ready, other.ready]);
      const late = Promise.withResolvers<Response>();
      service.answer = ({ url }) => (url.search.includes('2026-10') ? Response.json(second) : late.promise);
      await one.refresh();
      await says(one.element, '47');
      await waitUntil(() => !readIn(other.element).includes('62'), 'the figures of the first are gone while those of the second are on their way');
      assert.equal(service.seen.filter(({ url }) => url.search.includes('2026-10')).length, 2, 'who brought the news is not asked for once more');
      late.resolve(Response.json(second));
      await says(other.element, '47');
    } finally {
      one.unmount();
      other.unmount();
      Object.assign(console, { error });
    }
  });

  it('is given up when it does not answer in time', async () => {
    const { setTimeout: wait } = globalThis;
    let late = (): void => undefined;
    const said: string[] = [];
    const { error: log } = console;
    console.error = (text: string) => void said.push(text);
    globalThis.setTimeout = ((run: () => void, ms?: number) => (ms === 15_000 ? ((late = run), 0) : wait(run, ms))) as typeof setTimeout;
    try {
      let told: AbortSignal | undefined;
      const hero = heroIn(await place(), { tokenProvider: ({ signal }: TokenRequest) => ((told = signal), new Promise(() => {})) });
      await waitUntil(() => told !== undefined, 'it is asked');
      late();
      const error = await hero.ready.catch((cause: unknown) => cause);
      assert.deepInclude(error, { code: 'auth_timeout', retryable: true });
      assert.isTrue(told!.aborted);
      await waitUntil(() => said.length > 0, 'the console says it');
      assert.lengthOf(said, 1);
      assert.match(said[0]!, /^IMPACT-011 /);
    } finally {
      console.error = log;
      globalThis.setTimeout = wait;
    }
  });

  it('that is replaced is not used any more: the newest is asked, and an answer of the old one goes nowhere', async () => {
    const old = Promise.withResolvers<string>();
    let signal: AbortSignal | undefined;
    const service = fakeService(gives(reportOf(620)));
    const hero = heroIn(await place(), { tokenProvider: (request: TokenRequest) => ((signal = request.signal), old.promise), fetcher: service.fetcher });
    await waitUntil(() => signal !== undefined, 'the old one is asked');
    hero.update({ tokenProvider: () => 'new' });
    await says(hero.element, '62');
    assert.isTrue(signal!.aborted, 'the old one is told that nobody waits');
    old.resolve('old');
    await hero.refresh();
    assert.deepEqual(
      service.seen.map(({ token }) => token),
      ['new', 'new'],
    );
  });

  it('is not asked after unmount, and what it still answers goes nowhere', async () => {
    const answer = Promise.withResolvers<string>();
    const signals: AbortSignal[] = [];
    const service = fakeService(gives(reportOf(620)));
    const hero = heroIn(await place(), {
      tokenProvider: ({ signal }: TokenRequest) => (signals.push(signal), answer.promise),
      fetcher: service.fetcher,
    });
    await waitUntil(() => signals.length === 1, 'it is asked');
    hero.unmount();
    await waitUntil(() => signals[0]!.aborted, 'it is told');
    answer.resolve('late');
    await new Promise((resolve) => setTimeout(resolve));
    await hero.refresh();
    assert.deepEqual([signals.length, service.seen.length], [1, 0]);
  });

  it('may throw: the reader is asked to sign in, the page goes on', async () => {
    const hero = heroIn(await place(), {
      tokenProvider: () => {
        throw new Error('no session');
      },
    });
    const error = await hero.ready.catch((cause: unknown) => cause);
    assert.deepInclude(error, { code: 'auth_empty' });
  });
});

describe('a sign-out', () => {
  it('by unmount() leaves nothing to whoever comes next, though the function is the same', async () => {
    const service = fakeService(({ token }) => Response.json(reportOf(token === 'anna' ? 300 : 700)));
    let user = 'anna';
    const tokenProvider = (): string => user;
    const target = await place();
    const first = heroIn(target, { tokenProvider, fetcher: service.fetcher });
    await says(first.element, '30');
    first.unmount();
    user = 'budi';
    const second = heroIn(target, { tokenProvider, fetcher: service.fetcher });
    await second.ready;
    assert.include(readIn(second.element), '70');
    assert.deepEqual(
      service.seen.map(({ token }) => token),
      ['anna', 'budi'],
    );
  });

  it('by unmount() of one widget leaves those of the same user alone', async () => {
    const service = fakeService(gives(reportOf(620)));
    const target = await place();
    const settings = { tokenProvider: () => 't', fetcher: service.fetcher };
    const [gone, stays] = [heroIn(target, settings), heroIn(target, settings)];
    await Promise.all([gone.ready, stays.ready]);
    gone.unmount();
    await new Promise((resolve) => setTimeout(resolve));
    assert.include(readIn(stays.element), '62');
    await stays.refresh();
    assert.equal(service.seen.length, 2);
  });

  it('by signOut() empties what stands on the page and asks anew', async () => {
    const service = fakeService(({ token }) => Response.json(reportOf(token === 'anna' ? 300 : 700)));
    let user = 'anna';
    const tokenProvider = (): string => user;
    const hero = heroIn(await place(), { tokenProvider, fetcher: service.fetcher });
    await says(hero.element, '30');
    user = 'budi';
    const answer = service.answer;
    service.answer = hangs;
    signOut();
    await new Promise((resolve) => setTimeout(resolve));
    assert.notInclude(readIn(hero.element), '30');
    service.answer = answer;
    signOut();
    await says(hero.element, '70');
    assert.isTrue(service.seen[1]!.signal.aborted);
  });
});

// What the wrappers for frameworks share: which elements there are, what each can be told, and where its code comes from.
import { complain } from '#data';
import type { ElementName, Settings } from '#embed';
import type { Chats } from '#widgets/chats';
import type { Trend } from '#widgets/trend';

/** What every element can be told, as properties: a function as an attribute would be its source text. */
export const SETTINGS = [
  'src',
  'org',
  'period',
  'from',
  'to',
  'channel',
  'view',
  'compare',
  'locale',
  'theme',
  'headingLevel',
  'tokenProvider',
  'fetcher',
  'data',
  'messages',
  'readonly',
  'features',
] as const satisfies readonly (keyof Settings)[];

/** What one element can be told beside. */
export const OWN = { chats: ['figure', 'days', 'place', 'inline'], trend: ['by', 'gross'] } as const satisfies Partial<Record<ElementName, readonly string[]>>;

interface OwnSettings {
  chats: Partial<Pick<Chats, (typeof OWN.chats)[number]>>;
  trend: Partial<Pick<Trend, (typeof OWN.trend)[number]>>;
}

export type SettingsOf<Name extends ElementName> = Partial<Settings> & (Name extends keyof OwnSettings ? OwnSettings[Name] : unknown);

export const settingsOf = (name: ElementName): readonly string[] => [...SETTINGS, ...(name in OWN ? OWN[name as keyof typeof OWN] : [])];

/** What is a switch: written without a value, it is on. */
export const SWITCHES: ReadonlySet<string> = new Set(['readonly', 'inline', 'gross']);

type Named<Prefix extends string> = Extract<keyof HTMLElementEventMap, `${Prefix}${string}`>;

type ImpactEvents = Pick<HTMLElementEventMap, Named<'impact-'>>;

type Pascal<Name extends string> = Name extends `${infer Head}-${infer Rest}` ? `${Capitalize<Head>}${Pascal<Rest>}` : Capitalize<Name>;

/** What elements tell, `onImpactReady` for `impact-ready`. The events bubble: a report or provider tells what happens within it. */
export type ImpactListeners = { [Name in keyof ImpactEvents as `on${Pascal<Name>}`]?: (event: ImpactEvents[Name]) => void };

/** The report and what it brings stand at once; the code of other elements comes when they are first drawn. Their settings wait for it. */
export const load: Readonly<Record<ElementName, () => Promise<unknown>>> = {
  'after-hours': () => import('#widgets/after-hours'),
  chats: () => import('#widgets/chats'),
  cost: () => import('#widgets/cost'),
  hero: () => import('#widgets/hero'),
  'how-we-count': () => import('#widgets/how-we-count'),
  journey: () => import('#widgets/journey'),
  'period-picker': () => import('#widgets/period-picker'),
  provider: () => import('#widgets/provider'),
  'reopen-rate': () => import('#widgets/reopen-rate'),
  report: () => import('#report'),
  sentiment: () => import('#widgets/sentiment'),
  share: () => import('#widgets/share'),
  trend: () => import('#widgets/trend'),
  turns: () => import('#widgets/turns'),
};

/** Loads the code of an element while its page is drawn, where nobody waits for it: what got lost is said to the console. */
export const bring = (name: ElementName): void => void load[name]().catch(() => complain('IMPACT-025', `qontak-impact-${name}`));

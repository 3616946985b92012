// The package's `./vue`: a component for each element. Settings reach it as properties whatever its code is doing, events are typed.
import { type FunctionalComponent, h, type Plugin } from 'vue';
import { configure, type ElementName, type PageWide } from '#embed';
import { bring, type ImpactListeners, type SettingsOf, settingsOf, SWITCHES } from './elements.ts';

/** Its settings, and listeners that templates write as `@impact-ready`. */
export type ImpactComponent<Name extends ElementName> = FunctionalComponent<SettingsOf<Name> & ImpactListeners>;

function component<Name extends ElementName>(name: Name): ImpactComponent<Name> {
  const names = settingsOf(name);
  const draw: FunctionalComponent<Record<string, unknown>> = (props, { slots }) => {
    bring(name);
    const told = names.filter((key) => props[key] !== undefined).map((key) => [`.${key}`, props[key]]);
    return h(`qontak-impact-${name}`, Object.fromEntries(told), slots.default?.());
  };
  draw.props = Object.fromEntries(names.map((key) => [key, SWITCHES.has(key) ? { type: Boolean, default: undefined } : null]));
  return draw as ImpactComponent<Name>;
}

export const ImpactAfterHours: ImpactComponent<'after-hours'> = /* @__PURE__ */ component('after-hours');
export const ImpactChats: ImpactComponent<'chats'> = /* @__PURE__ */ component('chats');
export const ImpactCost: ImpactComponent<'cost'> = /* @__PURE__ */ component('cost');
export const ImpactHero: ImpactComponent<'hero'> = /* @__PURE__ */ component('hero');
export const ImpactHowWeCount: ImpactComponent<'how-we-count'> = /* @__PURE__ */ component('how-we-count');
export const ImpactJourney: ImpactComponent<'journey'> = /* @__PURE__ */ component('journey');
export const ImpactPeriodPicker: ImpactComponent<'period-picker'> = /* @__PURE__ */ component('period-picker');
export const ImpactProvider: ImpactComponent<'provider'> = /* @__PURE__ */ component('provider');
export const ImpactReopenRate: ImpactComponent<'reopen-rate'> = /* @__PURE__ */ component('reopen-rate');
export const ImpactReport: ImpactComponent<'report'> = /* @__PURE__ */ component('report');
export const ImpactSentiment: ImpactComponent<'sentiment'> = /* @__PURE__ */ component('sentiment');
export const ImpactShare: ImpactComponent<'share'> = /* @__PURE__ */ component('share');
export const ImpactTrend: ImpactComponent<'trend'> = /* @__PURE__ */ component('trend');
export const ImpactTurns: ImpactComponent<'turns'> = /* @__PURE__ */ component('turns');

const COMPONENTS = {
  ImpactAfterHours,
  ImpactChats,
  ImpactCost,
  ImpactHero,
  ImpactHowWeCount,
  ImpactJourney,
  ImpactPeriodPicker,
  ImpactProvider,
  ImpactReopenRate,
  ImpactReport,
  ImpactSentiment,
  ImpactShare,
  ImpactTrend,
  ImpactTurns,
};

/** For the template compiler, when a template names a tag itself: `vue({ template: { compilerOptions: { isCustomElement: isImpactElement } } })`. */
export const isImpactElement = (tag: string): boolean => tag.startsWith('qontak-impact-');

/** Registers every component for all templates; with settings, those hold for the whole page: `app.use(impact, { src, tokenProvider })`. */
export const impact: Plugin<[PageWide?]> = {
  install(app, settings) {
    for (const [name, one] of Object.entries(COMPONENTS)) app.component(name, one);
    if (settings !== undefined) configure(settings);
  },
};

declare module 'vue' {
  export interface GlobalComponents {
    ImpactAfterHours: typeof ImpactAfterHours;
    ImpactChats: typeof ImpactChats;
    ImpactCost: typeof ImpactCost;
    ImpactHero: typeof ImpactHero;
    ImpactHowWeCount: typeof ImpactHowWeCount;
    ImpactJourney: typeof ImpactJourney;
    ImpactPeriodPicker: typeof ImpactPeriodPicker;
    ImpactProvider: typeof ImpactProvider;
    ImpactReopenRate: typeof ImpactReopenRate;
    ImpactReport: typeof ImpactReport;
    ImpactSentiment: typeof ImpactSentiment;
    ImpactShare: typeof ImpactShare;
    ImpactTrend: typeof ImpactTrend;
    ImpactTurns: typeof ImpactTurns;
  }
}

// The package's `./react`: a component for each element. React sets functions as properties only on elements whose code is here already,
// and not on markup that a server sent; these do it in both cases.
import { createElement, type FunctionComponent, type HTMLAttributes, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import '#embed';
import type { ElementName } from '#embed';
import { bring, type ImpactListeners, type SettingsOf, settingsOf } from './elements.ts';

type Element<Name extends ElementName> = HTMLElementTagNameMap[`qontak-impact-${Name}`];

export type ImpactProps<Name extends ElementName> = SettingsOf<Name> &
  ImpactListeners & { ref?: Ref<Element<Name>> } & Omit<HTMLAttributes<Element<Name>>, keyof SettingsOf<Name> | keyof ImpactListeners>;

/** React hears the event after `on` as it is written. */
const listenerOf = (key: string): string =>
  `on${key
    .slice(2)
    .replaceAll(/(?<=.)[A-Z]/g, '-$&')
    .toLowerCase()}`;

function component<Name extends ElementName>(name: Name): FunctionComponent<ImpactProps<Name>> {
  const settings = new Set(settingsOf(name));
  const draw = ({ ref, ...props }: { ref?: Ref<HTMLElement> } & Record<string, unknown>) => {
    bring(name);
    const element = useRef<HTMLElement>(null);
    useImperativeHandle(ref, () => element.current!, []);
    const told = Object.fromEntries([...settings].map((key) => [key, props[key]]));
    const before = useRef<Record<string, unknown>>({});
    useLayoutEffect(() => {
      // What was never told keeps its default.
      for (const key of settings) if (told[key] !== before.current[key]) Object.assign(element.current!, { [key]: told[key] });
      before.current = told;
    });
    const rest = Object.entries(props).filter(([key]) => !settings.has(key));
    const attributes = rest.map(([key, value]) => [key.startsWith('onImpact') ? listenerOf(key) : key, value]);
    return createElement(`qontak-impact-${name}`, { ...Object.fromEntries(attributes), ref: element });
  };
  return draw as FunctionComponent<ImpactProps<Name>>;
}

export const ImpactAfterHours: FunctionComponent<ImpactProps<'after-hours'>> = /* @__PURE__ */ component('after-hours');
export const ImpactChats: FunctionComponent<ImpactProps<'chats'>> = /* @__PURE__ */ component('chats');
export const ImpactCost: FunctionComponent<ImpactProps<'cost'>> = /* @__PURE__ */ component('cost');
export const ImpactHero: FunctionComponent<ImpactProps<'hero'>> = /* @__PURE__ */ component('hero');
export const ImpactHowWeCount: FunctionComponent<ImpactProps<'how-we-count'>> = /* @__PURE__ */ component('how-we-count');
export const ImpactJourney: FunctionComponent<ImpactProps<'journey'>> = /* @__PURE__ */ component('journey');
export const ImpactPeriodPicker: FunctionComponent<ImpactProps<'period-picker'>> = /* @__PURE__ */ component('period-picker');
export const ImpactProvider: FunctionComponent<ImpactProps<'provider'>> = /* @__PURE__ */ component('provider');
export const ImpactReopenRate: FunctionComponent<ImpactProps<'reopen-rate'>> = /* @__PURE__ */ component('reopen-rate');
export const ImpactReport: FunctionComponent<ImpactProps<'report'>> = /* @__PURE__ */ component('report');
export const ImpactSentiment: FunctionComponent<ImpactProps<'sentiment'>> = /* @__PURE__ */ component('sentiment');
export const ImpactShare: FunctionComponent<ImpactProps<'share'>> = /* @__PURE__ */ component('share');
export const ImpactTrend: FunctionComponent<ImpactProps<'trend'>> = /* @__PURE__ */ component('trend');
export const ImpactTurns: FunctionComponent<ImpactProps<'turns'>> = /* @__PURE__ */ component('turns');

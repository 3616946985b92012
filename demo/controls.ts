// The choices of the page header. Native selects: they work with keys, on phones and with screen readers as they are.
import { html, nothing, type TemplateResult } from 'lit';
import type { DevelopmentOrganizations, ReportMeta } from '@qontak/impact-contract';
import { channelName } from '#kit';
import { LOCALES } from '#lang';
import { type Choices, ROLE_CHOICES, THEME_CHOICES } from './choices.ts';
import { type DemoLang, LOCALE_NAMES } from './demo.strings.ts';
import { customDays, customPeriod, customProblem, localDay, monthsUntil } from './periods.ts';

export interface ControlParts {
  lang: DemoLang;
  choices: Choices;
  organizations: DevelopmentOrganizations;
  organization: DevelopmentOrganizations[number];
  /** About the newest report; null until it is known. */
  meta: ReportMeta | null;
  onChoose: (change: Partial<Choices>) => void;
  /** The sandbox's own choice. */
  extra: TemplateResult | typeof nothing;
}

interface Option {
  value: string;
  label: string;
}

/** Who looks, and how: a product's shell knows these, here one may try them all. */
export function demoControls({ lang, choices, organizations, organization, onChoose, extra }: ControlParts): TemplateResult {
  const simulated = organization.source === 'sample';
  return html`<p class="what-it-is" role="note">
      <strong>${lang.t('demo')}</strong>${simulated ? html` <span data-source="sample">${lang.t('sample')}</span>` : nothing}
    </p>
    <div class="controls" role="group" aria-label=${lang.t('demoChoices')}>
      ${select('organization', lang.t('organization'), named(organizations), organization.id, (value) => onChoose({ organization: value, channel: null }))}
      ${select('role', lang.t('role'), labelled(ROLE_CHOICES, lang.t), choices.role, (value) => onChoose({ role: one(ROLE_CHOICES, value) }))}
      ${select(
        'locale',
        lang.t('locale'),
        labelled(LOCALES, (locale) => LOCALE_NAMES[locale]),
        choices.locale,
        (value) => onChoose({ locale: one(LOCALES, value) }),
      )}
      ${select('theme', lang.t('theme'), labelled(THEME_CHOICES, lang.t), choices.theme, (value) => onChoose({ theme: one(THEME_CHOICES, value) }))} ${extra}
    </div>`;
}

/** What the report is about. */
export function reportControls(parts: ControlParts): TemplateResult {
  const { lang, choices, meta, onChoose } = parts;
  const channels = [...new Set([...(meta?.channels ?? []), ...(choices.channel === null ? [] : [choices.channel])])];
  const channelOptions = [{ value: '', label: lang.t('allChannels') }, ...channels.map((value) => ({ value, label: channelName(value) }))];
  return html`<div class="controls" role="group" aria-label=${lang.t('reportChoices')}>
    ${periodSelect(parts)} ${select('channel', lang.t('channel'), channelOptions, choices.channel ?? '', (value) => onChoose({ channel: value || null }))}
    ${customDates(parts)}
  </div>`;
}

const CUSTOM = 'custom';

function periodSelect({ lang, choices, organization, meta, onChoose }: ControlParts): TemplateResult {
  const custom = customDays(choices.period) !== null;
  const today = meta?.as_of ? localDay(meta.as_of, meta.organization.time_zone) : null;
  const months = today === null ? [] : monthsUntil(today, organization.ai_activated_on);
  const nameOf = (month: string): string => lang.periods.month(`${month}-01`);
  const monthOptions = months.map((value, index) => ({ value, label: index === 0 ? lang.t('monthSoFar', { month: nameOf(value) }) : nameOf(value) }));
  const recent = [
    { value: '', label: months[1] === undefined ? lang.t('lastMonth') : lang.t('lastMonthNamed', { month: nameOf(months[1]) }) },
    { value: 'P7D', label: lang.t('last7') },
    { value: 'P30D', label: lang.t('last30') },
    { value: CUSTOM, label: lang.t('custom') },
  ];
  const known = [...recent, ...monthOptions].some(({ value }) => value === choices.period);
  const linked = custom || known ? [] : [{ value: choices.period, label: choices.period }];
  const selected = custom ? CUSTOM : choices.period;
  const start = meta ? customPeriod(meta.period.from, meta.period.to) : '/';
  return html`<label class="control">
    <span>${lang.t('period')}</span>
    <select name="period" @change=${(event: Event) => onChoose({ period: valueOf(event) === CUSTOM ? start : valueOf(event) })}>
      ${options([...recent, ...linked], selected)}
      ${monthOptions.length > 0 ? html`<optgroup label=${lang.t('months')}>${options(monthOptions, selected)}</optgroup>` : nothing}
    </select>
  </label>`;
}

function customDates({ lang, choices, meta, onChoose }: ControlParts): TemplateResult | typeof nothing {
  const days = customDays(choices.period);
  if (days === null) return nothing;
  const problem = customProblem(days.from, days.to);
  const newest = meta?.as_of ? localDay(meta.as_of, meta.organization.time_zone) : '';
  const date = (name: 'from' | 'to') =>
    html`<label class="control">
      <span>${lang.t(name)}</span>
      <input
        type="date"
        name=${name}
        max=${newest || nothing}
        .value=${days[name]}
        aria-describedby=${problem === null ? nothing : 'date-problem'}
        aria-invalid=${problem === null ? 'false' : 'true'}
        @change=${(event: Event) => {
          const next = { ...days, [name]: valueOf(event) };
          onChoose({ period: customPeriod(next.from, next.to) });
        }}
      />
    </label>`;
  return html`${date('from')}${date('to')}
    <p class="date-problem" id="date-problem" role="status">${problem === null ? nothing : lang.t(problem)}</p>`;
}

/** A labelled choice; also of the sandbox. */
export const select = (name: string, label: string, list: readonly Option[], selected: string, onChange: (value: string) => void): TemplateResult =>
  html`<label class="control">
    <span>${label}</span>
    <select name=${name} @change=${(event: Event) => onChange(valueOf(event))}>
      ${options(list, selected)}
    </select>
  </label>`;

const options = (list: readonly Option[], selected: string): TemplateResult[] =>
  list.map(({ value, label }) => html`<option value=${value} .selected=${value === selected}>${label}</option>`);

const valueOf = (event: Event): string => (event.currentTarget as HTMLSelectElement | HTMLInputElement).value;

const named = (organizations: DevelopmentOrganizations): Option[] => organizations.map(({ id, name }) => ({ value: id, label: name }));

export const labelled = <T extends string>(values: readonly T[], labelOf: (value: T) => string): Option[] =>
  values.map((value) => ({ value, label: labelOf(value) }));

const one = <T extends string>(values: readonly T[], value: string): T => values.find((candidate) => candidate === value) ?? values[0]!;

// The choices of the demo. Native selects: they work with keys, on phones and with screen readers as they are.
import { html, nothing, type TemplateResult } from 'lit';
import type { DevelopmentOrganizations } from '@qontak/impact-contract';
import { LOCALES } from '#lang';
import { type Choices, ROLE_CHOICES, THEME_CHOICES } from './choices.ts';
import { type DemoLang, LOCALE_NAMES } from './demo.strings.ts';

export interface ControlParts {
  lang: DemoLang;
  choices: Choices;
  organizations: DevelopmentOrganizations;
  organization: DevelopmentOrganizations[number];
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

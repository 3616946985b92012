import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/entries.ts';
import { POLICIES } from '../shells/policies.ts';
import { events, fieldsOf } from './events.ts';

interface Named {
  name: string;
  description?: string;
  type?: { text: string };
}

interface Member extends Named {
  kind: string;
  attribute?: string;
  default?: string;
  parameters?: Named[];
  return?: { type: { text: string } };
  inheritedFrom?: { name: string };
}

interface Declaration {
  tagName: string;
  description: string;
  members: Member[];
  slots?: Named[];
  cssParts?: Named[];
}

const elements = (): Declaration[] => {
  const { modules } = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8')) as { modules: { declarations: Declaration[] }[] };
  return modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName !== undefined);
};

const isSetting = ({ inheritedFrom }: Member): boolean => inheritedFrom?.name === 'withSettings';
const isMethod = ({ kind }: Member): boolean => kind === 'method';
const signature = ({ name, parameters = [], return: gives }: Member): string =>
  `${name}(${parameters.map((one) => `${one.name}: ${one.type?.text ?? 'object'}`).join(', ')}): ${gives?.type.text ?? 'void'}`;
const code = (text: string): string => `\`${text}\``;
const codes = (all: readonly Named[] = []): string => all.map(({ name }) => (name === '' ? 'what it provides for' : code(name))).join(' ');
/** A bar would end the cell. */
const cell = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

/** `var(--impact-bg, var(--impact-surface, white))` names two: the second is what the first takes by default. */
function propertiesIn(value: string): [name: string, fallback: string][] {
  const [, name, fallback] = /^var\((--impact-[\w-]+), (.+)\)$/.exec(value)!;
  const general = fallback!.startsWith('var(--impact-') ? propertiesIn(fallback!) : [];
  const said = general[0]?.[0] ?? fallback!.replace(/^var\(--_([\w-]+)\)$/, '--impact-$1');
  return [[name!, said], ...general];
}

const REFERENCES: Readonly<Record<string, () => string>> = {
  elements: () =>
    table(
      ['tag', 'what it shows', 'its own settings', 'parts', 'slots'],
      elements().map(({ tagName, description, members, cssParts, slots }) => [
        code(tagName),
        description,
        codes(members.filter((member) => member.kind === 'field' && !isSetting(member))),
        codes(cssParts),
        codes(slots),
      ]),
    ),
  settings: () =>
    table(
      ['property', 'attribute', 'type', 'what it says'],
      elements()[0]!
        .members.filter(isSetting)
        .map(({ name, attribute, type, description = '' }) => [code(name), attribute === undefined ? '' : code(attribute), code(type!.text), description]),
    ),
  methods: () =>
    table(
      ['method', 'what it does'],
      elements()[0]!
        .members.filter((member) => isMethod(member) && member.inheritedFrom?.name === 'ImpactElement')
        .map((member) => [code(signature(member)), member.description ?? '']),
    ),
  events: () => {
    return table(
      ['event', 'type', 'when'],
      events().map(({ name, type, says }) => [code(name), code(type), says]),
    );
  },
  details: () =>
    table(
      ['event', 'field', 'type', 'what it says'],
      events().flatMap(({ name, detail }) => fieldsOf(detail).map((field) => [code(name), code(field.name), code(field.type), field.says])),
    ),
  properties: () => {
    const tokens = readFileSync(join(ROOT, 'widgets/kit/tokens.ts'), 'utf8');
    return table(
      ['property', 'by default'],
      [...tokens.matchAll(/(var\(--impact-.+\));$/gm)].flatMap(([, value]) => propertiesIn(value!)).map((row) => row.map(code)),
    );
  },
};

export function reference(what: string): string {
  const write = REFERENCES[what];
  if (write === undefined) throw new Error(`Could not write the reference ${what}: there is none. Name one of ${Object.keys(REFERENCES).join(', ')}.`);
  return write();
}

/** The policies under which the shells are tested. */
export function policies(): string {
  const byPolicy = Map.groupBy(Object.entries(POLICIES), ([, policy]) => policy);
  return [...byPolicy].map(([policy, pages]) => `${pages.map(([page]) => code(page.slice(1))).join(', ')}:\n\n\`\`\`\n${policy}\n\`\`\``).join('\n\n');
}

// The events as their sources say them: names, and every field of their details with its unit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/entries.ts';

export interface EventSaid {
  /** `impact-ready` */
  name: string;
  /** Its class. */
  type: string;
  /** The type of its detail; `object`: none. */
  detail: string;
  says: string;
}

export interface Field {
  name: string;
  type: string;
  says: string;
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const EVENTS = 'widgets/kit/events.ts';

/** Details that are another layer's: the declarations that make them up. */
const ELSEWHERE: Readonly<Record<string, { file: string; declarations: readonly string[] }>> = {
  ReportChoice: { file: 'src/state/period-choice-controller.ts', declarations: ['type PeriodChoice', 'type ReportChoice'] },
  CostAssumptionInput: { file: 'src/contract/cost-assumption.ts', declarations: ['const CostAssumptionInput'] },
};

export function events(): EventSaid[] {
  const source = read(EVENTS);
  const nameOf = new Map([...source.matchAll(/'(impact-[\w-]+)': (\w+);/g)].map(([, name, type]) => [type!, name!]));
  return [...source.matchAll(/\/\*\* (.+) \*\/\nexport class (\w+) extends ImpactEvent<(\w+)> \{/g)].map(([, says, type, detail]) => ({
    name: nameOf.get(type!)!,
    type: type!,
    detail: detail!,
    says: says!,
  }));
}

export function fieldsOf(detail: string): Field[] {
  if (detail === 'object') return [];
  const { file, declarations } = ELSEWHERE[detail] ?? { file: EVENTS, declarations: [`interface ${detail}`] };
  return declarations.flatMap((declaration) => {
    const body = bodyOf(read(file), declaration);
    const fields = [...body.matchAll(/\/\*\* (.+) \*\/\s+(\w+): (.+?)[;,]\n/g)].map(field);
    const named = [...body.matchAll(/^\s+(\w+)\??: /gm)].map(([, name]) => name);
    if (named.length !== fields.length)
      throw new Error(`Could not describe ${declaration}: one of ${named.join(', ')} has no sentence of its own. Write it above the field.`);
    return fields;
  });
}

/** From the name to the end of the statement. */
function bodyOf(source: string, declaration: string): string {
  const [, body] = new RegExp(`export ${declaration}\\b([^]*?\\n(?:\\}|\\s+\\};)[^\\n]*\\n)`).exec(source) ?? [];
  if (body === undefined)
    throw new Error(`Could not read the fields of ${declaration}: there is none. Name where it is declared in scripts/embedding/events.ts.`);
  return body;
}

/** The contract names its types by what they parse, hosts by what they get. */
const PLAIN: Readonly<Record<string, string>> = { Minutes: 'number', Rupiah: 'number', LocalDate: 'string' };

const field = ([, says, name, type]: RegExpExecArray): Field => ({
  name: name!,
  type: type!.replace(/^z\.nullable\((\w+)\)$/, (_, of: string) => `${plainOf(of)} | null`),
  says: says!,
});

function plainOf(type: string): string {
  const plain = PLAIN[type];
  if (plain === undefined) throw new Error(`Could not say what a host gets for ${type}. Name it in scripts/embedding/events.ts.`);
  return plain;
}

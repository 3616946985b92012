// Puts a text of one's choice wherever the contract takes any text. Which places those are, the contract's own schemas tell.
import { ChatPage, CostAssumption, ImpactReport, WorkingHours } from '@qontak/impact-contract';
import type { Fetcher } from '#data';

type Path = readonly (string | number)[];
type Fits = (body: { data: unknown }) => boolean;

const ROUTES: readonly [route: RegExp, fits: Fits][] = [
  [/\/v1\/impact-report$/, (body) => ImpactReport.safeParse(body).success],
  [/\/v1\/impact-report\/chats$/, (body) => ChatPage.safeParse(body).success],
  [/\/v1\/cost-assumption$/, ({ data }) => CostAssumption.safeParse(data).success],
  [/\/v1\/working-hours$/, ({ data }) => WorkingHours.safeParse(data).success],
];

/** The same service, whose answers hold these texts. `places`: where they were put, `data.*.topic` and the like. */
export function poisoning(fetcher: Fetcher, write: () => string, places = new Set<string>()): Fetcher {
  return async (url, init) => {
    const response = await fetcher(url, init);
    const fits = ROUTES.find(([route]) => route.test(url.pathname))?.[1];
    if (fits === undefined || !response.ok) return response;
    return Response.json(poisoned(await response.json(), fits, write, places), { headers: response.headers });
  };
}

/** Goes round and round the texts. */
export const inTurn = (texts: readonly string[]): (() => string) => {
  let at = 0;
  return () => texts[at++ % texts.length]!;
};

function poisoned(body: unknown, fits: Fits, write: () => string, places: Set<string>): unknown {
  const copy = structuredClone(body) as { data: unknown };
  if (!fits(copy)) throw new Error('Could not poison an answer: it does not fit the contract to begin with.');
  let nth = 0;
  for (const [place, paths] of Map.groupBy(textsIn(copy), placeOf)) {
    // Whose the answer is says the token, and no customer. Answers of several organizations are refused: src/data/beside-report.node.ts.
    if (place === 'meta.organization.id') continue;
    for (const path of paths) {
      const before = valueAt(copy, path);
      // Two chats are two, whatever they are called.
      set(copy, path, /(^|\.|_)id$/.test(place) ? `${write()} ${(nth += 1)}` : write());
      if (fits(copy)) places.add(place);
      else set(copy, path, before);
    }
  }
  return copy;
}

function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, [...path, Array.isArray(value) ? Number(name) : name]));
}

const placeOf = (path: Path): string => path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');

const valueAt = (body: unknown, path: Path): unknown => path.reduce<unknown>((value, part) => (value as Record<string | number, unknown>)[part], body);

function set(body: unknown, path: Path, text: unknown): void {
  (valueAt(body, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1)!] = text;
}

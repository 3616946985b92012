/**
 * Runs in the page. What a host's rules could reach in each element of the report: what is inherited, and what a selector of every element
 * sets.
 */
export function stylesOf(): string[] {
  const LOOKED_AT = [
    'box-sizing',
    'border-top-style',
    'color',
    'cursor',
    'display',
    'font-family',
    'font-size',
    'font-style',
    'font-variant-caps',
    'font-weight',
    'letter-spacing',
    'line-height',
    'list-style-type',
    'margin-top',
    'padding-left',
    'quotes',
    'text-align',
    'text-decoration-line',
    'text-indent',
    'text-transform',
    'user-select',
    'visibility',
    'white-space-collapse',
    'word-spacing',
  ];
  // A page that is zoomed counts in parts of a pixel.
  const rounded = (value: string): string => value.replaceAll(/\d+\.\d+(?=px)/g, (size) => String(Number(Number(size).toFixed(1))));
  // Tags of elements of ours stand in no wall of their own; what is in them does.
  const inWalls = tools.elementsIn(tools.report()!.shadowRoot!).filter(({ localName }) => !localName.includes('-') && localName !== 'style');
  return inWalls.map((element) => {
    const style = getComputedStyle(element);
    return `${element.localName}.${element.getAttribute('class') ?? ''} ${LOOKED_AT.map((name) => `${name}: ${rounded(style.getPropertyValue(name))}`).join('; ')}`;
  });
}

/** What is another way, in short. */
export const changesIn = (before: readonly string[], after: readonly string[]): string[] =>
  after
    .flatMap((now, i) => {
      const [was, is] = [(before[i] ?? '').split('; '), now.split('; ')];
      const changed = is.flatMap((one, at) => (one === was[at] ? [] : `${was[at]} became ${one}`));
      return changed.length === 0 ? [] : `${now.split(' box-sizing')[0]} ${changed.join(', ')}`;
    })
    .slice(0, 10);

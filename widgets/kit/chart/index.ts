// Charts: drawn as SVG at once and by Chart.js once someone works with them, read by pointer, tap and keyboard, and always as a table too.
export * from './chart-controller.ts';
export * from './chart-drawing.ts';
export * from './chart-source.ts';
export * from './chart-styles.ts';
export * from './chart-table.ts';
export * from './chart-theme.ts';
export * from './frame.ts';
export * from './walk-controller.ts';

import { css } from 'lit';

/**
 * The public custom properties `--impact-*`, mapped once to the private ones that all styles use. Each falls back to the shell's own
 * token, so that the report looks native there without code, and then to a literal for every other page. Where there are two public names, the
 * shorter says what the longer takes unless it is told otherwise.
 *
 * Measured contrast (WCAG 2) on `--impact-bg`, light / dark: text 14.2 / 8.95, muted 5.07 / 5.70, warning 6.00 / 10.6, accent 5.19 / 5.91,
 * control border 3.94 / 4.22, AI 3.97 / 7.94, came back 3.32 / 10.2.
 */
export const tokens = css`
  :host {
    --_font: var(--impact-font, var(--impact-font-family, var(--mp-fonts-body, Inter, system-ui, sans-serif)));
    --_font-size: var(--impact-font-size, 14px);
    --_text: var(--impact-text, var(--mp-colors-text-default, light-dark(#272b32, #b6c2cf)));
    --_text-muted: var(--impact-text-muted, var(--mp-colors-text-secondary, light-dark(#656f80, #8c9bab)));
    --_positive: var(--impact-positive, var(--mp-colors-text-success, light-dark(#186f4a, #a7d9c4)));
    --_negative: var(--impact-negative, var(--mp-colors-text-danger, light-dark(#a8352d, #f09e99)));
    --_warning: var(--impact-warning, var(--mp-colors-text-warning, light-dark(#a14a0b, #f5cd47)));
    --_bg: var(--impact-bg, var(--impact-surface, var(--mp-colors-background-stage, light-dark(#ffffff, #1d2125))));
    --_bg-subtle: var(--impact-bg-subtle, var(--impact-surface-2, var(--mp-colors-background-neutral-subtle, light-dark(#f0f1f3, #2c333a))));
    --_bg-ai: var(--impact-bg-ai, var(--mp-colors-background-highlight, light-dark(#f3f1fc, #2b2549)));
    --_text-on-ai: var(--impact-text-on-ai, var(--mp-colors-text-highlight, light-dark(#5f519f, #b8aeeb)));
    --_border: var(--impact-border, var(--mp-colors-border-default, light-dark(#dcdfe4, #2c333a)));
    /* A little further from the page: the greyer border of the shell's second family alone would be 2.80 on a frame. */
    --_border-control: var(
      --impact-border-control,
      color-mix(in srgb, light-dark(black, white) 10%, var(--mp-colors-border-bold, light-dark(#758195, #738496)))
    );
    --_focus: var(--impact-focus, var(--mp-colors-border-brand, light-dark(#4b61dc, #8997e9)));
    --_selected-bg: var(--impact-selected-bg, var(--mp-colors-background-brand-selected, light-dark(#d6dbf7, #242f6a)));
    --_selected-text: var(--impact-selected-text, light-dark(var(--mp-colors-indigo-800, #4053bc), #a8b2ef));
    --_accent: var(--impact-accent, var(--mp-colors-background-brand-bold, light-dark(#4b61dc, #8997e9)));
    --_on-accent: var(--impact-on-accent, var(--mp-colors-text-inverse, light-dark(#ffffff, #1d2125)));
    --_link: var(--impact-text-link, var(--mp-colors-text-link, light-dark(#4b61dc, #8997e9)));
    --_chart-ai: var(--impact-chart-ai, var(--impact-ai, light-dark(var(--mp-colors-chart-cat03-bold, #8270db), var(--mp-colors-chart-cat03, #b8aeeb))));
    --_chart-human: var(
      --impact-chart-human,
      var(--impact-human, light-dark(var(--mp-colors-chart-cat02-bold, #119e8f), var(--mp-colors-chart-cat02, #92ded6)))
    );
    --_chart-forecast: var(--impact-forecast, var(--_chart-ai));
    --_chart-other: var(--impact-chart-other, light-dark(var(--mp-colors-text-secondary, #656f80), var(--mp-colors-chart-cat05, #738496)));
    --_chart-positive: var(--impact-chart-positive, light-dark(var(--mp-colors-background-success-bold, #1c8459), var(--mp-colors-icon-success, #56b78e)));
    --_chart-negative: var(--impact-chart-negative, light-dark(var(--mp-colors-background-danger-bold, #c33e35), var(--mp-colors-text-danger, #f09e99)));
    --_chart-reopened: var(--impact-chart-reopened, light-dark(var(--mp-colors-chart-cat04-bold, #e46910), var(--mp-colors-chart-cat04, #f5c39f)));
    --_chart-baseline: var(--impact-chart-baseline, light-dark(var(--mp-colors-border-bold, #758195), var(--mp-colors-text-secondary, #8c9bab)));
    --_chart-grid: var(--impact-chart-grid, light-dark(var(--mp-colors-border-default, #dcdfe4), var(--mp-colors-border-default, #38414a)));
    --_radius: var(--impact-radius, var(--mp-radii-md, 6px));
    --_radius-lg: var(--impact-radius-lg, var(--mp-radii-lg, 8px));
    --_radius-pill: var(--impact-radius-pill, var(--mp-radii-full, 999px));
    --_space-1: var(--impact-space-1, var(--mp-spacing-xs, 8px));
    --_space-2: var(--impact-space-2, var(--mp-spacing-sm, 12px));
    --_space-3: var(--impact-space-3, var(--mp-spacing-md, 16px));
    --_space-4: var(--impact-space-4, var(--mp-spacing-xl, 24px));
    --_gap: var(--impact-gap, var(--_space-3));
  }
`;

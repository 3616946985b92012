import { html, nothing, type TemplateResult } from 'lit';
import type { Form } from './working-hours-editor.ts';
import type { Edit } from './working-hours.model.ts';
import { fieldOf } from './working-hours.problems.ts';
import type { WorkingHoursLang } from './working-hours.strings.ts';
import { problemText, type ScheduleView } from './working-hours.view.ts';

// The fields of the form for the working hours, each with what is wrong with it.

export interface FormParts {
  form: Form;
  /** What another admin saved meanwhile; null: nobody did. */
  theirs: ScheduleView | null;
  lang: WorkingHoursLang;
  zone: string;
  headingLevel: number;
  edit: (edit: Edit) => void;
  /** @param half the days that are typed in part */
  save: (half: string[]) => void;
  cancel: () => void;
  takeTheirs: () => void;
}

export const valueOf = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
const problemAt = ({ form }: FormParts, field: string) => form.problems.find((problem) => problem.field === field);

export function problemLine(parts: FormParts, field: string): TemplateResult | typeof nothing {
  const problem = problemAt(parts, field);
  return problem === undefined ? nothing : html`<p class="problem" id=${`problem_${field}`}>${problemText(problem, parts.lang)}</p>`;
}

export function dateInput(parts: FormParts, field: string, value: string, edit: (value: string) => Edit, label?: string): TemplateResult {
  const wrong = problemAt(parts, field) !== undefined;
  return html`<input
    class="input"
    part="input"
    type="date"
    name=${field}
    aria-label=${label ?? nothing}
    aria-invalid=${wrong}
    aria-describedby=${wrong ? `problem_${field}` : nothing}
    .value=${value}
    @input=${(event: Event) => parts.edit(edit(valueOf(event)))}
  />`;
}

export function timeInput(parts: FormParts, day: number, index: number, which: 'start' | 'end', value: string): TemplateResult {
  const { lang } = parts;
  const field = fieldOf.time(day, index, which);
  const wrong = problemAt(parts, field) !== undefined;
  return html`<input
    class="input time"
    part="input"
    type="time"
    name=${field}
    aria-label=${lang.t(which, { day: lang.periods.weekday(day) })}
    aria-invalid=${wrong}
    aria-describedby=${wrong ? `problem_${field}` : nothing}
    .value=${value}
    @input=${(event: Event) => parts.edit({ type: 'time', day, index, field: which, value: valueOf(event) })}
  />`;
}

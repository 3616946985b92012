import { html, nothing, type TemplateResult } from 'lit';
import { isHalf, keepKeys, segmented } from '#kit';
import { drawWeek } from './schedule.ts';
import { crossesMidnight, DAY_KINDS, type DraftDay, MOST_HOLIDAYS, MOST_SHIFTS_A_DAY } from './working-hours.model.ts';
import { fieldOf } from './working-hours.problems.ts';
import { dateInput, type FormParts, problemLine, timeInput, valueOf } from './working-hours-fields.ts';

/** The form for the working hours. Its thinking is in the model; here it is only drawn. */
export function workingHoursForm(parts: FormParts): TemplateResult {
  const { form, lang, zone, headingLevel, save } = parts;
  const { t } = lang;
  const submit = (event: Event): void => {
    event.preventDefault();
    const days = (event.currentTarget as HTMLFormElement).querySelectorAll<HTMLInputElement>('[type="date"]');
    save([...days].filter(isHalf).map(({ name }) => name));
  };
  return html`<form class="editor" part="editor" novalidate @submit=${submit} @keydown=${keepKeys} @keyup=${keepKeys} @keypress=${keepKeys}>
    <div class="editor-title" role="heading" aria-level=${Math.min(headingLevel + 1, 6)}>${t('title')}</div>
    <label class="field">
      <span>${t('effective_from')}</span>
      ${dateInput(parts, fieldOf.effectiveFrom, form.draft.effective_from, (value) => ({ type: 'effective_from', value }))}
    </label>
    ${problemLine(parts, fieldOf.effectiveFrom)}
    <p class="hint">${t('effective_from_help', { zone })}</p>
    <ul class="days" aria-label=${t('days')}>
      ${form.draft.days.map((day) => drawDay(parts, day))}
    </ul>
    ${drawCopy(parts)} ${drawHolidays(parts)} ${drawEnd(parts)}
  </form>`;
}

function drawDay(parts: FormParts, day: DraftDay): TemplateResult {
  const { lang, edit } = parts;
  const name = lang.periods.weekday(day.day_number);
  const field = fieldOf.day(day.day_number);
  return html`<li class="day">
    <span class="day-name">${name}</span>
    ${segmented({
      name: field,
      legend: lang.t('kind_of', { day: name }),
      choices: DAY_KINDS.map((value) => ({ value, label: lang.t(`kind_${value}`) })),
      value: day.kind,
      choose: (kind) => edit({ type: 'kind', day: day.day_number, kind }),
    })}
    ${day.kind === 'open' ? drawShifts(parts, day, name) : nothing} ${problemLine(parts, field)}
  </li>`;
}

function drawShifts(parts: FormParts, day: DraftDay, name: string): TemplateResult {
  const { lang, edit } = parts;
  const number = day.day_number;
  return html`<div class="shifts">
    ${day.shifts.map(
      (shift, index) =>
        html`<div class="shift">
            ${timeInput(parts, number, index, 'start', shift.start)}<span aria-hidden="true">–</span>${timeInput(parts, number, index, 'end', shift.end)}
            ${crossesMidnight(shift) ? html`<span class="next-day">${lang.t('next_day', { day: lang.periods.weekday((number + 1) % 7) })}</span>` : nothing}
            <button
              class="link"
              type="button"
              aria-label=${lang.t('remove_shift_of', { day: name, n: index + 1 })}
              @click=${() => edit({ type: 'remove_shift', day: number, index })}
            >
              ${lang.t('remove')}
            </button>
          </div>
          ${problemLine(parts, fieldOf.time(number, index, 'start'))} ${problemLine(parts, fieldOf.time(number, index, 'end'))}`,
    )}
    ${
      day.shifts.length < MOST_SHIFTS_A_DAY
        ? html`<button
            class="link"
            type="button"
            data-add=${fieldOf.day(number)}
            aria-label=${lang.t('add_shift_of', { day: name })}
            @click=${() => edit({ type: 'add_shift', day: number })}
          >
            + ${lang.t('add_shift')}
          </button>`
        : nothing
    }
  </div>`;
}

/** Most shops have the same hours on most days: the first day that is filled in can be taken for all. */
function drawCopy({ form, lang, edit }: FormParts): TemplateResult | typeof nothing {
  const day = form.draft.days.find(
    ({ kind, shifts }) => kind === 'all_day' || (kind === 'open' && shifts.every(({ start, end }) => start !== '' && end !== '')),
  );
  if (day === undefined) return nothing;
  return html`<button class="link copy" type="button" @click=${() => edit({ type: 'copy_to_all', day: day.day_number })}>
    ${lang.t('copy', { day: lang.periods.weekday(day.day_number) })}
  </button>`;
}

function drawHolidays(parts: FormParts): TemplateResult {
  const { form, lang, edit } = parts;
  const { t } = lang;
  return html`<div class="holidays" role="group" aria-labelledby="holidays">
    <p class="holidays-title" id="holidays">${t('holidays_title')}</p>
    <p class="hint">${t('holidays_help')}</p>
    ${form.draft.holidays.map(
      ({ date, name }, index) =>
        html`<div class="holiday">
            ${dateInput(parts, fieldOf.holiday(index), date, (value) => ({ type: 'holiday', index, field: 'date', value }), t('holiday_date', { n: index + 1 }))}
            <input
              class="input"
              part="input"
              type="text"
              name=${`${fieldOf.holiday(index)}_name`}
              maxlength="120"
              autocomplete="off"
              placeholder=${t('name')}
              aria-label=${t('holiday_name', { n: index + 1 })}
              .value=${name}
              @input=${(event: Event) => edit({ type: 'holiday', index, field: 'name', value: valueOf(event) })}
            />
            <button class="link" type="button" aria-label=${t('remove_holiday', { n: index + 1 })} @click=${() => edit({ type: 'remove_holiday', index })}>
              ${t('remove')}
            </button>
          </div>
          ${problemLine(parts, fieldOf.holiday(index))}`,
    )}
    ${
      form.draft.holidays.length < MOST_HOLIDAYS
        ? html`<button class="link" type="button" data-add="holiday" @click=${() => edit({ type: 'add_holiday' })}>+ ${t('add_holiday')}</button>`
        : nothing
    }
  </div>`;
}

/** What stands in the way, and the two ways out. */
function drawEnd({ form, theirs, lang, cancel, takeTheirs }: FormParts): TemplateResult {
  const { t } = lang;
  const { problems, notice, saving } = form;
  const toFix = problems.length === 1 ? t('to_fix_one') : t('to_fix', { n: problems.length });
  return html`<div class="end">
    <p class="problem" role="alert">${notice !== null ? t(notice) : problems.length > 0 ? toFix : nothing}</p>
    ${
      theirs === null
        ? nothing
        : html`<div class="theirs">
            <p class="theirs-title">${t('theirs')}</p>
            ${drawWeek(theirs)}
          </div>`
    }
    <div class="buttons">
      <button class="button primary" part="button" type="submit" ?disabled=${saving}>
        ${saving ? t('saving') : t(notice === 'conflict' ? 'save_mine' : 'save')}
      </button>
      ${notice === 'conflict' ? html`<button class="button" part="button" type="button" @click=${takeTheirs}>${t('take_theirs')}</button>` : nothing}
      <button class="button" part="button" type="button" ?disabled=${saving} @click=${cancel}>${t('cancel')}</button>
    </div>
  </div>`;
}

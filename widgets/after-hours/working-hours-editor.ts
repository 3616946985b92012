import type { ReportMeta, WorkingHours, WorkingHoursInput } from '@qontak/impact-contract';
import type { ReactiveController, ReactiveElement } from 'lit';
import { localDay } from '#lang';
import type { SaveResult, SettingController } from '#state';
import { type Draft, draftOf, type Edit, edited, inputOf } from './working-hours.model.ts';
import { fieldOfPath, type Problem, problemsOf } from './working-hours.problems.ts';
import { firstDraft, lastSaved } from './working-hours.view.ts';

/** What happened to the last attempt to save. */
type Notice = 'conflict' | 'not_accepted' | 'not_allowed' | 'not_saved';

/** The open form. */
export interface Form {
  draft: Draft;
  /** What is wrong; empty until one tried to save, so that nobody is told off while typing. */
  problems: Problem[];
  tried: boolean;
  saving: boolean;
  notice: Notice | null;
}

/** The form for the working hours: what is typed survives everything but saving and leaving. */
export class WorkingHoursEditor implements ReactiveController {
  /** Null: closed. */
  form: Form | null = null;
  readonly #host: ReactiveElement;
  readonly #setting: SettingController<WorkingHours, WorkingHoursInput>;
  readonly #meta: () => ReportMeta | null;
  /** The last attempt succeeded, and which report was shown then; one that comes afterwards knows the new hours. */
  #saved: { under: ReportMeta | null } | null = null;

  /** @param meta of the report that is shown; null: none is */
  constructor(host: ReactiveElement, setting: SettingController<WorkingHours, WorkingHoursInput>, meta: () => ReportMeta | null) {
    this.#host = host;
    this.#setting = setting;
    this.#meta = meta;
    host.addController(this);
  }

  /** Another reader, or none: what was typed and saved is not theirs. */
  hostUpdate(): void {
    if (this.#setting.state.status === 'known') return;
    this.form = null;
    this.#saved = null;
  }

  /** What came of the last attempt; `counting`: stored, and the figures beside it are not yet by the new hours. Null: nothing was stored. */
  get saved(): 'saved' | 'counting' | null {
    if (this.#saved === null) return null;
    const meta = this.#meta();
    return meta === null || meta === this.#saved.under || meta.recounting ? 'counting' : 'saved';
  }

  open(meta: ReportMeta): void {
    const { state } = this.#setting;
    if (state.status !== 'known') return;
    this.#saved = null;
    const draft = firstDraft(state.value, meta, localDay(Date.now(), meta.organization.time_zone));
    this.#show({ draft, problems: [], tried: false, saving: false, notice: null });
  }

  close(): void {
    this.#show(null);
  }

  edit(edit: Edit): void {
    if (this.form === null) return;
    const draft = edited(this.form.draft, edit);
    this.#show({ ...this.form, draft, problems: this.form.tried ? problemsOf(draft) : [] });
  }

  /** After a conflict: what the other admin saved, in place of one's own. */
  takeTheirs(): void {
    const { state } = this.#setting;
    if (this.form === null || state.status !== 'known') return;
    const theirs = lastSaved(state.value);
    this.#show({
      draft: draftOf(theirs, theirs?.effective_from ?? this.form.draft.effective_from),
      problems: [],
      tried: false,
      saving: false,
      notice: null,
    });
  }

  /**
   * Returns whether the form could be sent; else its problems are shown.
   * @param half the fields whose day is typed in part
   */
  async save(half: readonly string[]): Promise<boolean> {
    const { form } = this;
    if (form === null || form.saving) return false;
    const problems = problemsOf(form.draft, half);
    this.#show({ ...form, problems, tried: true, saving: problems.length === 0, notice: null });
    if (problems.length > 0) return false;
    const result = await this.#setting.save(inputOf(form.draft));
    // The reader left, or another identity took over, perhaps with a form of its own: the answer is nobody's.
    if (this.form?.saving) this.#take(result, this.form);
    return true;
  }

  #take(result: SaveResult<WorkingHours>, form: Form): void {
    switch (result.status) {
      case 'saved':
        this.#saved = { under: this.#meta() };
        return this.#show(null);
      case 'conflict':
        return this.#show({ ...form, saving: false, notice: 'conflict' });
      case 'invalid': {
        const fields = new Set(result.problems.map(({ path }) => fieldOfPath(path, form.draft)).filter((field) => field !== null));
        return this.#show({ ...form, saving: false, notice: 'not_accepted', problems: [...fields].map((field) => ({ field, kind: 'refused' })) });
      }
      case 'failed':
        return this.#show({ ...form, saving: false, notice: result.error.code === 'forbidden' ? 'not_allowed' : 'not_saved' });
    }
  }

  #show(form: Form | null): void {
    this.form = form;
    this.#host.requestUpdate();
  }
}

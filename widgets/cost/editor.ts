import type { CostAssumption, CostAssumptionInput, CostValue, ReportMeta } from '@qontak/impact-contract';
import type { ReactiveController, ReactiveElement } from 'lit';
import { type ErrorCode, ReportError, type Setting } from '#data';
import type { SaveResult, SettingController } from '#state';
import { type Locale, localDay } from '#lang';
import { type FieldName, figuresOf, firstDayFor, sameFigures } from './draft.ts';
import { type AskChanges, wayBack } from './way-back.ts';
import { CLOSED, type Editing, isGoingBack, isUnchanged, left, notSaved, opened, type Open, refused, stored, submitted, THEIRS, typed } from './editing.ts';

export interface EditorOptions {
  setting: SettingController<CostAssumption, CostAssumptionInput>;
  locale: () => Locale;
  /** The report that is shown: a renewed one holds the figures itself. */
  report: () => { cost: CostValue; meta: ReportMeta } | null;
  changes: AskChanges;
  /** Tells the host page. False: it stores the figures itself. */
  offer: (figures: CostAssumptionInput) => boolean;
  /** A fresh token was refused as well. */
  signedOut: () => void;
}

/** The form and its saving. It waits; what follows from what is in `editing.ts`. */
export class Editor implements ReactiveController {
  state: Editing = CLOSED;
  readonly #host: ReactiveElement;
  readonly #options: EditorOptions;
  /** Figures that are stored but not yet in the report. */
  #ahead: { meta: ReportMeta | null; figures: CostAssumption } | null = null;
  #caughtUpTo: string | null = null;

  constructor(host: ReactiveElement, options: EditorOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Another reader, or none: what was typed is not theirs. */
  hostUpdate(): void {
    if (this.#options.setting.state.status === 'unknown' && (this.state !== CLOSED || this.#ahead !== null)) {
      this.state = CLOSED;
      this.#ahead = null;
    }
    if (this.#ahead !== null && this.#ahead.meta !== this.#meta()) this.#ahead = null;
    if (this.state.status === 'closed' && !isGoingBack(this.state)) this.#catchUp();
  }

  /** The report tells of a later change than we know: read it, or the next form would begin with older figures. Never under an open one, nor on the way back. */
  #catchUp(): void {
    const { setting, report } = this.#options;
    const at = report()?.cost.changed?.at;
    if (at === undefined || at === this.#caughtUpTo || setting.state.status === 'unknown') return;
    this.#caughtUpTo = at;
    const known = setting.state.value.changed?.at;
    if (known === undefined || Date.parse(at) > Date.parse(known)) void setting.reload();
  }

  /** Whether this reader may change the figures. */
  get allowed(): boolean {
    const { state } = this.#options.setting;
    return state.status === 'known' && state.can_edit;
  }

  /** What is being typed: the preview's figures. */
  get typed(): CostAssumption | null {
    return this.state.status === 'open' || this.state.status === 'saving' ? { ...this.state.preview, changed: null } : null;
  }

  /** What is stored and not yet in the report. */
  get ahead(): CostAssumption | null {
    return this.#ahead?.figures ?? null;
  }

  open(): void {
    const current = this.#current();
    const meta = this.#meta();
    if (current === null || meta === null || isGoingBack(this.state)) return;
    const effective_from = firstDayFor(current, localDay(meta.generated_at, meta.organization.time_zone));
    this.#turn(opened({ ...current, effective_from }, current, this.#options.locale()));
  }

  type(name: FieldName, text: string): void {
    if (this.state.status === 'open') this.#turn(typed(this.state, name, text));
  }

  leave(name: FieldName): void {
    if (this.state.status === 'open') this.#turn(left(this.state, name, this.#options.locale()));
  }

  cancel(): void {
    this.#turn(CLOSED);
  }

  async save(): Promise<void> {
    if (this.state.status !== 'open') return;
    const form = this.state;
    const result = submitted(form);
    if ('form' in result) return this.#turn(result.form);
    if (isUnchanged(form, result.input)) return this.#turn(CLOSED);
    this.#turn({ ...form, status: 'saving', failed: null });
    await this.#store(form, result.input);
  }

  /** Theirs: the newer figures stay. */
  takeTheirs(): void {
    if (this.state.status !== 'conflict') return;
    this.#arrive(this.state.newer);
    this.#turn(THEIRS);
  }

  /** Mine, in full knowledge of theirs: an undo brings theirs back. */
  async keepMine(): Promise<void> {
    if (this.state.status !== 'conflict' || this.state.busy) return;
    const { mine, newer } = this.state;
    this.#turn({ ...this.state, busy: true });
    await this.#store(opened(mine, figuresOf(newer), this.#options.locale()), mine);
  }

  async undo(): Promise<void> {
    const note = this.state.status === 'closed' ? this.state.note : null;
    if (note?.kind !== 'saved' || note.back === 'none' || note.busy) return;
    let { etag } = note;
    const tell = (back: typeof note.back, trouble: ErrorCode | null): void =>
      this.#turn({ status: 'closed', note: { ...note, etag, back, busy: trouble === null, trouble } });
    tell(note.back, null);
    const waiting = this.state;
    const steps = note.back ?? (await wayBack(this.#options.changes, note.figures).catch(codeOf));
    if (steps === null) await this.#options.setting.reload();
    if (this.state !== waiting) return;
    if (typeof steps === 'string') return tell(null, steps);
    if (steps === null) return this.#giveWay();
    for (const [at, step] of steps.entries()) {
      // Should the next one fail, the way goes on from there.
      tell(steps.slice(at), null);
      const result = this.#overtaken(etag) ?? (await this.#send(step));
      if (result === null) return;
      if (result.status === 'invalid') return tell(steps.slice(at), 'bad_request');
      if (result.status === 'failed') return tell(steps.slice(at), result.error.code);
      const stands = result.status === 'saved' ? result.setting : result.newer;
      if (result.status === 'conflict') this.#arrive(stands.value);
      // The same figures: only an answer got lost on the way. Others are somebody else's: they stay, and no step is taken over them.
      if (!sameFigures(step, stands.value)) return this.#turn(THEIRS);
      etag = stands.etag;
    }
    this.#turn({ status: 'closed', note: { kind: 'undone' } });
  }

  /** Another version than this one is known by now: to store over that one would not be refused. */
  #overtaken(etag: string | null): SaveResult<CostAssumption> | null {
    const { state } = this.#options.setting;
    return etag === null || state.status === 'unknown' || state.etag === etag ? null : { status: 'conflict', newer: state };
  }

  /** Somebody else's change is the last one. */
  #giveWay(): void {
    const { state } = this.#options.setting;
    if (state.status === 'known') this.#arrive(state.value);
    this.#turn(THEIRS);
  }

  async #store(form: Open, input: CostAssumptionInput): Promise<void> {
    const result = await this.#send(input);
    switch (result?.status) {
      case undefined:
        return;
      case 'saved':
        // A change right after it is what the service answers with.
        return this.#turn(sameFigures(input, result.setting.value) ? stored(form.before, result.setting) : THEIRS);
      case 'conflict':
        return this.#meet(form, input, result.newer);
      case 'invalid':
        return this.#turn(refused(form, result.problems));
      case 'failed':
        if (result.error.code === 'forbidden') return this.#turn({ status: 'closed', note: { kind: 'forbidden' } });
        if (result.error.code === 'auth_rejected') this.#options.signedOut();
        return this.#turn(notSaved(form, result.error.code));
    }
  }

  /** Null: the reader has left meanwhile. */
  async #send(input: CostAssumptionInput): Promise<SaveResult<CostAssumption> | null> {
    const { setting, offer } = this.#options;
    const waiting = this.state;
    if (!offer(input)) {
      this.#arrive({ ...input, changed: null });
      return { status: 'saved', setting: { value: { ...input, changed: null }, etag: null, can_edit: true } };
    }
    const meta = this.#meta();
    const result = await setting.save(input);
    if (this.state !== waiting) return null;
    if (result.status === 'saved') this.#ahead = { meta, figures: result.setting.value };
    return result;
  }

  /** Two changes met. Where both are the same, an answer got lost on the way and the figures were stored after all. */
  #meet(form: Open, mine: CostAssumptionInput, newer: Setting<CostAssumption>): void {
    if (!sameFigures(mine, newer.value)) return this.#turn({ ...form, status: 'conflict', mine, newer: newer.value, busy: false });
    this.#arrive(newer.value);
    this.#turn(stored(form.before, newer));
  }

  #arrive(figures: CostAssumption): void {
    this.#ahead = { meta: this.#meta(), figures };
  }

  #current(): CostAssumptionInput | null {
    if (this.#ahead !== null) return figuresOf(this.#ahead.figures);
    const { state } = this.#options.setting;
    return state.status === 'known' ? figuresOf(state.value) : null;
  }

  #meta(): ReportMeta | null {
    return this.#options.report()?.meta ?? null;
  }

  #turn(state: Editing): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

const codeOf = (cause: unknown): ErrorCode => (cause instanceof ReportError ? cause.code : 'network');

import type { JourneyValue, ReportMeta } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import { metricOf } from '#data';
import {
  about,
  aboutStyles,
  announce,
  card,
  cardStyles,
  chartStyles,
  chartTable,
  chatsButton,
  chatsButtonStyles,
  ImpactElement,
  offersChats,
  PictureController,
  remembering,
  rootStyles,
  together,
  tokens,
} from '#kit';
import { LangController, MetricController, type MetricState, ThemeController } from '#state';
import { drawJourney } from './drawing.ts';
import { type JourneyLayout, journeyLayout } from './journey.layout.ts';
import { type JourneyLang, strings } from './journey.strings.ts';
import { styles } from './journey.styles.ts';
import { journeyView, type JourneyView } from './journey.view.ts';
import { drawList } from './list.ts';
import { wordsIn } from './measure.ts';
import { Pointing } from './pointing.ts';
import { Ruler } from './ruler.ts';

/** Under this width of the widget a picture has no room for its words. */
const NARROW = 480;

/**
 * Where every chat of the organization went: from arrival to outcome, AI and the team, and those whose customer came back.
 *
 * @tag qontak-impact-journey
 * @fires {ImpactOpenChatsEvent} impact-open-chats - Someone wants to see the chats behind a number; cancelable.
 * @fires {ImpactExportEvent} impact-export - The card is about to leave the page as a picture; cancelable.
 * @fires {ImpactReadyEvent} impact-ready - The figures stand on the page.
 * @fires {ImpactViewEvent} impact-view - The card was before a reader, at least half of it.
 * @fires {ImpactErrorEvent} impact-error - There is no report; cancelable.
 * @fires {ImpactAuthRequiredEvent} impact-auth-required - The user has to sign in again.
 * @slot header-actions - Beside the title: what the host adds.
 * @slot empty - Instead of the words for a figure that cannot be told yet.
 * @slot error - Instead of what is said when there is no report.
 * @slot footer - Below the figures.
 * @csspart root - Everything.
 * @csspart card - The frame.
 * @csspart title - The title.
 * @csspart chart - The drawing, or the list of bars where there is no room for it.
 * @csspart table - The same as a table.
 * @csspart chats-button - A number that opens its chats.
 * @csspart picture-button - Saves the card as a picture.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 * @csspart button - Try again.
 */
export class Journey extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, aboutStyles, chartStyles, chatsButtonStyles, styles];
  readonly #lang = new LangController(this, strings);
  readonly #picture = new PictureController(this);
  readonly #metric = new MetricController(this, (report) => metricOf(report, 'journey'), announce);
  readonly #ruler = new Ruler(this);
  readonly #pointing = new Pointing(this);
  // Pointing at the drawing renders too.
  readonly #view = remembering(offeredView);
  readonly #laid = remembering(laidOut);
  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const lang = this.#lang.current;
    const body = ({ view }: Told, meta: ReportMeta): TemplateResult => this.#body(view, meta);
    const told = (value: JourneyValue, meta: ReportMeta): JourneyView | null => this.#view(value, meta, lang, offersChats());
    return card({
      title: lang.t('title'),
      empty: lang.t('empty'),
      headingLevel: this.headingLevel,
      state: toldState(this.#metric.state, told),
      lang,
      body,
      skeleton: SKELETON,
      picture: { by: this.#picture, of: async ({ view }) => (await import('./journey.picture.ts')).journeyPicture(view) },
    });
  }

  #body(view: JourneyView, meta: ReportMeta): TemplateResult {
    const lang = this.#lang.current;
    const { story, stations, rough, foot } = view;
    return html`${about(meta, lang, { rough })}
      <p class="story"><strong>${together(story.strong)}</strong> ${together(story.rest)}</p>
      ${
        stations.length === 0
          ? foot === null
            ? nothing
            : html`<p class="help">${foot}</p>`
          : html`<div class="ruler"></div>
              ${this.#drawing(view)}
              <p class="foot">${together(foot ?? '')}</p>
              ${tableOf(stations, lang)}`
      }`;
  }

  #drawing({ stations }: JourneyView): TemplateResult {
    const { width, outer, font } = this.#ruler;
    if (width === 0) return html`<div class="reserved"></div>`;
    const laid = outer < NARROW ? null : this.#laid(stations, font, width);
    if (laid === null) return drawList(stations);
    const { t } = this.#lang.current;
    const pointing = this.#pointing;
    return html`<div class="frame">${drawJourney({ layout: laid, stations, label: t('drawing'), pointing })}</div>
      <p class="line" aria-live=${pointing.byFocus ? 'off' : 'polite'}>${toldOf(pointing, stations) ?? html`<span class="hint">${t('hint')}</span>`}</p>`;
  }
}

/** Measured while it waits: with the figures, the room for a picture would be seen for a frame where a list of another height comes. */
const SKELETON = html`<div class="blocks">
  <div class="ruler"></div>
  <i class="short"></i><i></i><i class="tall"></i>
</div>`;

/** Where the host offers no chats, nothing opens any. */
function offeredView(value: JourneyValue, meta: ReportMeta, lang: JourneyLang, offers: boolean): JourneyView | null {
  const view = journeyView(value, meta, lang);
  if (view === null || offers) return view;
  return { ...view, stations: view.stations.map((station) => ({ ...station, figure: null })) };
}

const laidOut = (stations: JourneyView['stations'], font: string, width: number): JourneyLayout | null =>
  journeyLayout(stations, wordsIn(font, stations), width);

interface Told {
  status: 'ok';
  view: JourneyView;
}

/** A journey that cannot be told is not shown: no figure is better than one that does not add up. */
function toldState(state: MetricState<JourneyValue>, tell: (value: JourneyValue, meta: ReportMeta) => JourneyView | null): MetricState<Told> {
  if (state.status !== 'ready') return state;
  const view = tell(state.value, state.meta);
  return view === null ? { status: 'unavailable', reason: 'other', meta: state.meta } : { ...state, value: { status: 'ok', view } };
}

/** The sentence of what is pointed at. */
function toldOf({ spot }: Pointing, stations: JourneyView['stations']): string | null {
  const station = stations.find(({ id }) => id === spot?.id);
  if (station === undefined) return null;
  return spot?.kind === 'way' ? station.way : station.sentence;
}

function tableOf(stations: JourneyView['stations'], { t }: JourneyLang): TemplateResult {
  const shared = stations.some(({ share }) => share !== null);
  return chartTable({
    summary: t('table'),
    caption: t('title'),
    columns: [t('table_station'), t('table_chats'), ...(shared ? [t('table_share')] : [])],
    rows: stations.map(({ path, number, share, figure }) => ({ cells: [path, chatsButton(number, figure), ...(shared ? [share ?? ''] : [])], aside: false })),
    open: false,
  });
}

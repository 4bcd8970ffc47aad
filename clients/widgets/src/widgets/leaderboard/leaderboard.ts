import { html, nothing, type TemplateResult } from 'lit';
import type { Context, Widget } from '../../core/types';
import type { TextKey } from '../../text/translator';
import { webUrl } from '../../core/url';

interface Board {
  _id: string;
  name: string;
  description?: string | null;
  image?: string | null;
  allowedTimeFilters?: string[];
}

interface Row {
  rank: number;
  user: { _id?: string; userId: string; username?: string; displayName?: string | null };
  score: number;
}

interface Standing {
  rank: number | null;
  score: number | null;
  total: number;
  neighbours: Row[];
}

interface BoardState {
  boards: Board[];
  board: Board | null;
  period: string;
  rows: Row[];
  standing: Standing | null;
}

type BoardContext = Context<BoardState>;

const PERIODS: Record<string, TextKey> = {
  'all-time': 'allTime',
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  yearly: 'yearly',
};

export const leaderboard: Widget<BoardState> = {
  type: 'leaderboard',
  title: 'leaderboardTitle',
  personal: false,
  load,
  view,
};

async function load(context: BoardContext): Promise<BoardState> {
  const wanted = context.config.leaderboardId;
  const boards = wanted
    ? [await context.api.get<Board>(`/v1/leaderboards/${wanted}`)]
    : await context.api.get<Board[]>('/v1/leaderboards', { limit: 100 });
  const board = boards.find((one) => one._id === context.state.board?._id) ?? boards[0] ?? null;
  const periods = periodsOf(board);
  const period = periods.includes(context.state.period) ? context.state.period : (periods[0] ?? 'all-time');
  return { boards, board, period, ...(await ranks(context, board, period)) };
}

async function ranks(
  { api, session }: BoardContext,
  board: Board | null,
  period: string,
): Promise<Pick<BoardState, 'rows' | 'standing'>> {
  if (!board) return { rows: [], standing: null };
  const path = `/v1/leaderboards/${board._id}/ranks`;
  const oneself = session.identity?.userId;
  const [rows, standing] = await Promise.all([
    api.get<Row[]>(path, { timeFilter: period, limit: 20 }),
    oneself ? api.get<Standing>(`${path}/me`, { timeFilter: period, around: 3 }).catch(() => null) : null,
  ]);
  return { rows, standing };
}

async function show(context: BoardContext, change: Partial<BoardState>): Promise<void> {
  context.update(change);
  await context.reload();
}

function periodsOf(board: Board | null): string[] {
  return (board?.allowedTimeFilters ?? []).filter((period) => period in PERIODS);
}

function view(context: BoardContext): TemplateResult {
  const { state, text } = context;
  const { board, standing } = state;
  if (!board) return html`<p class="rai-empty">${text.of('noLeaderboards')}</p>`;
  const image = webUrl(board.image, context.api.base || undefined);
  return html`<header class="rai-header">
      <div class="rai-titled">
        ${image ? html`<img src=${image} alt="" referrerpolicy="no-referrer" />` : nothing}
        <div>
          <h2><bdi>${board.name}</bdi></h2>
          ${board.description ? html`<p class="rai-muted"><bdi>${board.description}</bdi></p>` : nothing}
        </div>
      </div>
      ${choices(context)}
    </header>
    ${state.rows.length === 0
      ? html`<p class="rai-empty">${text.of('noRanks')}</p>`
      : table(context, state.rows, board.name)}
    ${standing?.rank
      ? html`<p class="rai-note">${text.of('yourRank', { rank: standing.rank, total: standing.total })}</p>
          ${state.rows.some((row) => isOneself(context, row))
            ? nothing
            : html`<h3>${text.of('aroundYou')}</h3>
                ${table(context, standing.neighbours, text.of('aroundYou'))}`}`
      : nothing}`;
}

function choices(context: BoardContext): TemplateResult {
  const { state, text } = context;
  const periods = periodsOf(state.board);
  return html`<div class="rai-choices">${state.boards.length > 1
    ? html`<label class="rai-select"
        ><span class="rai-hidden">${text.of('leaderboard')}</span>
        <select @change=${(event: Event) => void show(context, { board: boardAt(context, event) })}>
          ${state.boards.map((one) => html`<option ?selected=${one === state.board}>${one.name}</option>`)}
        </select></label
      >`
    : nothing}
  ${periods.length > 1
    ? html`<div class="rai-chips" role="group" aria-label=${text.of('period')}>
        ${periods.map(
          (period) =>
            html`<button
              type="button"
              class="rai-chip"
              aria-pressed=${period === state.period}
              @click=${() => void show(context, { period })}
            >
              ${text.of(PERIODS[period] ?? 'allTime')}
            </button>`,
        )}
      </div>`
    : nothing}</div>`;
}

function boardAt(context: BoardContext, event: Event): Board | null {
  return context.state.boards[(event.target as HTMLSelectElement).selectedIndex] ?? null;
}

function table(context: BoardContext, rows: Row[], caption: string): TemplateResult {
  const { text } = context;
  return html`<table class="rai-table">
    <caption class="rai-hidden">${caption}</caption>
    <thead>
      <tr>
        <th scope="col">${text.of('rank')}</th>
        <th scope="col">${text.of('name')}</th>
        <th scope="col" class="rai-end">${text.of('score')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) => html`<tr data-own=${isOneself(context, row)}>
          <td><span class="rai-rank" data-rank=${row.rank}>${text.number(row.rank)}</span></td>
          <th scope="row">
            <bdi>${row.user.displayName || row.user.username || text.of('member', { id: row.user.userId })}</bdi>
            ${isOneself(context, row) ? html`<small class="rai-muted">(${text.of('you')})</small>` : nothing}
          </th>
          <td class="rai-end">${text.number(row.score)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function isOneself({ session }: BoardContext, row: Row): boolean {
  return String(row.user.userId) === session.identity?.userId;
}

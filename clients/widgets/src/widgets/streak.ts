import { html, nothing, type TemplateResult } from 'lit';
import type { Context, Widget } from '../core/types';
import { randomId } from '../core/random';
import type { TextKey } from '../text/translator';
import { progress } from './progress';

interface Streak {
  _id: string;
  name: string;
  timeframe: { value: string; count: number };
  counted: boolean;
  freeze: boolean;
  count: number;
  best: number;
  because?: { condition: string; wanted: number; got: number }[];
}

interface StreakState {
  streaks: Streak[];
  freezes: number;
  problem: string;
}

type StreakContext = Context<StreakState>;

const COUNTS: Record<string, TextKey> = { daily: 'days', weekly: 'weeks', monthly: 'months' };

export const streak: Widget<StreakState> = {
  type: 'streak',
  title: 'streakTitle',
  personal: true,
  load,
  view,
};

async function load(context: StreakContext): Promise<StreakState> {
  const { api, session } = context;
  const [{ streaks }, ledger] = await Promise.all([
    progress<{ streaks: Streak[] }>(context),
    api.get<{ balances: Record<string, number> }>(`/v1/ledger/members/${session.identity?.userId}`),
  ]);
  return { streaks, freezes: ledger.balances['freezes'] ?? 0, problem: '' };
}

async function freeze(context: StreakContext, streak: Streak): Promise<void> {
  const path = `/v1/streaks/${streak._id}/members/${context.session.identity?.userId}/freeze`;
  try {
    await context.api.post(path, {}, { 'Idempotency-Key': randomId() });
    context.announce(context.text.of('freezeUsed'));
    await context.reload();
  } catch (error) {
    context.update({ problem: context.text.failure(error) });
  }
}

function view(context: StreakContext): TemplateResult {
  const { state, text } = context;
  return html`<header class="rai-header">
      <h2>${text.of('streakTitle')}</h2>
      <span class="rai-badge">${text.of('freezes', { n: state.freezes })}</span>
    </header>
    ${state.problem ? html`<p class="rai-problem" role="alert">${state.problem}</p>` : nothing}
    ${state.streaks.length === 0 ? html`<p class="rai-empty">${text.of('noStreaks')}</p>` : nothing}
    <ul class="rai-list">
      ${state.streaks.map((one) => row(context, one))}
    </ul>`;
}

function row(context: StreakContext, streak: Streak): TemplateResult {
  const { state, text } = context;
  const safe = streak.counted || streak.freeze;
  return html`<li class="rai-streak">
    <div class="rai-flame" data-safe=${safe} aria-hidden="true">${text.number(streak.count)}</div>
    <div>
      <h3><bdi>${streak.name}</bdi></h3>
      <p>${text.of(COUNTS[streak.timeframe.value] ?? 'days', { n: streak.count })}</p>
      <p class="rai-muted">
        ${text.of('longest', { n: streak.best })} · ${text.of(safe ? 'periodCounted' : 'periodOpen')}
      </p>
      ${safe ? nothing : conditions(context, streak)}
      ${safe || state.freezes === 0
        ? nothing
        : html`<button type="button" class="rai-button rai-quiet" @click=${() => void freeze(context, streak)}>
            ${text.of('useFreeze')}
          </button>`}
    </div>
  </li>`;
}

function conditions({ text }: StreakContext, streak: Streak): TemplateResult {
  return html`<ul class="rai-conditions">
    ${(streak.because ?? []).map(
      ({ condition, wanted, got }) => html`<li>
        <bdi>${text.unit(condition)}</bdi>: ${text.of('progressOf', { progress: got, target: wanted })}
      </li>`,
    )}
  </ul>`;
}

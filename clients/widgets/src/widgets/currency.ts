import { html, nothing, type TemplateResult } from 'lit';
import type { Context, Widget } from '../core/types';
import type { TextKey } from '../text/translator';
import { progress } from './progress';

interface Ledger {
  balances: Record<string, number>;
  pending: Record<string, number>;
  expiring: { unit: string; amount: number; at: string }[];
}

interface Posting {
  _id: string;
  source: string;
  changes: Record<string, number>;
  outcome: string;
  createdAt: string;
}

interface Tier {
  name: string | null;
  xp: number;
  next: string | null;
  nextXp: number | null;
}

interface CurrencyState extends Ledger {
  tier: Tier | null;
  postings: Posting[];
  shown: number;
}

type CurrencyContext = Context<CurrencyState>;

const UNITS = ['coins', 'premium', 'xp'] as const;
const PAGE = 10;

export const currency: Widget<CurrencyState> = {
  type: 'currency-view',
  title: 'currencyTitle',
  personal: true,
  load,
  view,
};

async function load(context: CurrencyContext): Promise<CurrencyState> {
  const path = `/v1/ledger/members/${context.session.identity?.userId}`;
  const [ledger, postings, own] = await Promise.all([
    context.api.get<Ledger>(path),
    context.api.get<Posting[]>(`${path}/postings`, { limit: 100 }),
    progress<{ tier: Tier | null }>(context).catch(() => ({ tier: null })),
  ]);
  const visible = postings.filter((one) => one.outcome === 'applied' && UNITS.some((unit) => one.changes[unit]));
  return { ...ledger, tier: own.tier, postings: visible, shown: PAGE };
}

function view(context: CurrencyContext): TemplateResult {
  const { state, text } = context;
  return html`<header class="rai-header"><h2>${text.of('currencyTitle')}</h2></header>
    <dl class="rai-figures">${UNITS.map((unit) => figure(context, unit))}</dl>
    ${state.tier ? tier(context, state.tier) : nothing}
    ${state.expiring.length > 0
      ? html`<h3>${text.of('expiring')}</h3>
          <ul class="rai-list">
            ${state.expiring.map(
              (one) => html`<li>
                ${text.of('expiresOn', {
                  amount: `${text.number(one.amount)} ${text.unit(one.unit)}`,
                  date: text.date(one.at),
                })}
              </li>`,
            )}
          </ul>`
      : nothing}
    <h3>${text.of('history')}</h3>
    ${history(context)}`;
}

function figure({ state, text }: CurrencyContext, unit: (typeof UNITS)[number]): TemplateResult {
  const pending = state.pending[unit] ?? 0;
  return html`<div>
    <dt>${text.of(unit)}</dt>
    <dd>${text.number(state.balances[unit] ?? 0)}</dd>
    ${pending > 0 ? html`<dd class="rai-muted rai-small">${text.of('pending', { n: pending })}</dd>` : nothing}
  </div>`;
}

function tier({ text }: CurrencyContext, tier: Tier): TemplateResult {
  return html`<div class="rai-note">
    ${tier.name ? html`<strong>${text.of('tier', { name: tier.name })}</strong>` : nothing}
    ${tier.next !== null && tier.nextXp !== null
      ? html`<progress max=${tier.nextXp} value=${tier.xp} aria-label=${tier.next}></progress>
          <span>${text.of('toNextTier', { xp: Math.max(0, tier.nextXp - tier.xp), name: tier.next })}</span>`
      : nothing}
  </div>`;
}

function history(context: CurrencyContext): TemplateResult {
  const { state, text } = context;
  if (state.postings.length === 0) return html`<p class="rai-empty">${text.of('noHistory')}</p>`;
  return html`<ul class="rai-list">
      ${state.postings.slice(0, state.shown).map((posting) => row(context, posting))}
    </ul>
    ${state.postings.length > state.shown
      ? html`<button type="button" class="rai-button rai-quiet" @click=${() => context.update({ shown: state.shown + PAGE })}>
          ${text.of('more')}
        </button>`
      : nothing}`;
}

function row({ text }: CurrencyContext, posting: Posting): TemplateResult {
  const changes = UNITS.filter((unit) => posting.changes[unit]);
  return html`<li class="rai-row">
    <span
      >${text.source(posting.source)}
      <small class="rai-muted"><time datetime=${posting.createdAt}>${text.dateAndTime(posting.createdAt)}</time></small>
    </span>
    <span class="rai-changes"
      >${changes.map((unit: TextKey & (typeof UNITS)[number]) => {
        const amount = posting.changes[unit] ?? 0;
        return html`<bdi data-sign=${Math.sign(amount)}>${text.signed(amount)} ${text.unit(unit)}</bdi>`;
      })}</span
    >
  </li>`;
}

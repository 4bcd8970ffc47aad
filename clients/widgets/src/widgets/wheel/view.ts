import { html, nothing, type TemplateResult } from 'lit';
import { disc } from './disc';
import { check, spin, type WheelContext } from './wheel';

export function wheelView(context: WheelContext): TemplateResult {
  const { state, text } = context;
  if (!state.isEnabled || state.prizes.length === 0) return html`<p class="rai-empty">${text.of('wheelClosed')}</p>`;
  return html`<header class="rai-header">
      <h2>${text.of('wheelTitle')}</h2>
      <span class="rai-badge">${text.of('spins', { n: state.spins })}</span>
    </header>
    <div class="rai-wheel">
      <div class="rai-pointer" aria-hidden="true"></div>
      <svg
        viewBox="-104 -104 208 208"
        aria-hidden="true"
        .style=${`transform: rotate(${state.angle}deg)`}
      >
        ${disc(state.prizes)}
        <circle r="12" class="rai-hub" />
      </svg>
    </div>
    <div class="rai-center">
      <button
        type="button"
        class="rai-button rai-large"
        ?disabled=${state.spinning || state.spins < 1}
        @click=${() => void spin(context)}
      >
        ${text.of(state.spinning ? 'spinning' : 'spin')}
      </button>
      ${state.spins < 1 && !state.spinning ? html`<p class="rai-muted">${text.of('noSpins')}</p>` : nothing}
      ${state.won ? html`<p class="rai-won">${text.of('youWon', { prize: state.won.label })}</p>` : nothing}
      ${state.problem ? html`<p class="rai-problem" role="alert">${state.problem}</p>` : nothing}
    </div>
    ${prizes(context)} ${state.logId ? fairness(context) : nothing}`;
}

function prizes({ state, text }: WheelContext): TemplateResult {
  const total = state.prizes.reduce((sum, prize) => sum + prize.weight, 0);
  return html`<h3>${text.of('prizes')}</h3>
    <ul class="rai-list">
      ${state.prizes.map(
        (prize) => html`<li class="rai-row">
          <bdi>${prize.label}</bdi>
          <span class="rai-muted"
            >${prize.exhausted ? text.of('soldOut') : text.percent(total > 0 ? prize.weight / total : 0)}</span
          >
        </li>`,
      )}
    </ul>`;
}

function fairness(context: WheelContext): TemplateResult {
  const { state, text } = context;
  const { proof } = state;
  if (!proof) {
    return html`<button type="button" class="rai-button rai-quiet" @click=${() => void check(context)}>
      ${text.of('fairness')}
    </button>`;
  }
  const verdict = proof.holds === null ? 'proofUnchecked' : proof.holds ? 'proofGood' : 'proofBad';
  const fact = (label: string, value: string) =>
    html`<dt>${label}</dt>
      <dd><code dir="ltr">${value}</code></dd>`;
  return html`<div class="rai-note" role="status">
    <p>${text.of(verdict)}</p>
    <dl class="rai-proof">
      ${fact(text.of('commitment'), proof.commitment)} ${fact(text.of('serverSeed'), proof.serverSeed)}
      ${fact(text.of('clientSeed'), proof.clientSeed)} ${fact(text.of('draw'), String(proof.draw))}
    </dl>
  </div>`;
}

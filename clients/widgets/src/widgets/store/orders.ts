import { html, nothing, type TemplateResult } from 'lit';
import { money, type Order, type StoreContext } from './model';
import { orderDetails } from './dialog';

export async function loadOrders(context: StoreContext): Promise<void> {
  try {
    context.update({ orders: await context.api.get<Order[]>('/v1/purchase-history', { limit: 50 }) });
  } catch (error) {
    context.update({ orders: [], problem: context.text.failure(error) });
  }
}

export function ordersView(context: StoreContext): TemplateResult {
  const { text, state } = context;
  if (!state.orders) return html`<p class="rai-muted">${text.of('loading')}</p>`;
  if (state.problem) return html`<p class="rai-problem">${state.problem}</p>`;
  if (state.orders.length === 0) return html`<p class="rai-empty">${text.of('noOrders')}</p>`;
  return html`<ul class="rai-list">
    ${state.orders.map((order) => row(context, order))}
  </ul>`;
}

function row(context: StoreContext, order: Order): TemplateResult {
  return html`<li>
    <div class="rai-row">
      <strong><bdi>${order.item.name}</bdi></strong>
      <span>${money(context, order.paid)}</span>
    </div>
    <div class="rai-row rai-muted">
      <time datetime=${order.createdAt}>${context.text.dateAndTime(order.createdAt)}</time>
      ${order.status
        ? html`<span class="rai-badge"><i .style=${colour(order.status.color)}></i><bdi>${order.status.name}</bdi></span>`
        : nothing}
    </div>
    ${orderDetails(context, order)}
  </li>`;
}

/** Anything but a plain colour is left out: it would be more than a colour in a style. */
function colour(value: string): string {
  return /^#[0-9a-f]{3,8}$/i.test(value) ? `background: ${value}` : '';
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Widget } from '../../core/types';
import { webUrl } from '../../core/url';
import { purchaseDialog } from './dialog';
import { isAvailable, loadStore, money, priceOf, type Product, type StoreContext, type StoreState } from './model';
import { loadOrders, ordersView } from './orders';
import { choose } from './purchase';

export const store: Widget<StoreState> = {
  type: 'store',
  title: 'storeTitle',
  personal: false,
  load: loadStore,
  view: storeView,
};

function storeView(context: StoreContext): TemplateResult {
  const { state, text } = context;
  return html`<header class="rai-header">
      <div>
        <h2><bdi>${state.store.title || text.of('storeTitle')}</bdi></h2>
        ${state.store.description ? html`<p class="rai-muted"><bdi>${state.store.description}</bdi></p>` : nothing}
      </div>
      ${state.balance === null
        ? nothing
        : html`<p class="rai-balance"><span>${text.of('balance')}</span><strong>${money(context, state.balance)}</strong></p>`}
    </header>
    ${state.store.isEnabled ? nothing : html`<p class="rai-note">${text.of('storeClosed')}</p>`}
    ${state.mayBuy ? tabs(context) : html`<p class="rai-note">${text.of('signInToBuy')}</p>`}
    ${state.tab === 'orders' ? ordersView(context) : productsView(context)}
    ${state.buying ? purchaseDialog(context, state.buying) : nothing}`;
}

function tabs(context: StoreContext): TemplateResult {
  const { state, text } = context;
  const tab = (name: StoreState['tab']) =>
    html`<button
      type="button"
      class="rai-tab"
      aria-pressed=${state.tab === name}
      @click=${() => {
        context.update({ tab: name, problem: '' });
        if (name === 'orders') void loadOrders(context);
      }}
    >
      ${text.of(name)}
    </button>`;
  return html`<div class="rai-tabs">${tab('products')}${tab('orders')}</div>`;
}

function productsView(context: StoreContext): TemplateResult {
  const { state, text } = context;
  const shown = state.products.filter((product) => !state.category || product.category === state.category);
  return html`${state.categories.length > 0 ? categories(context) : nothing}
  ${shown.length === 0
    ? html`<p class="rai-empty">${text.of('noProducts')}</p>`
    : html`<ul class="rai-grid" aria-label=${text.of('products')}>
        ${shown.map((product) => card(context, product))}
      </ul>`}`;
}

function categories(context: StoreContext): TemplateResult {
  const { state, text } = context;
  const chip = (id: string | null, name: string) =>
    html`<button
      type="button"
      class="rai-chip"
      aria-pressed=${state.category === id}
      @click=${() => context.update({ category: id })}
    >
      <bdi>${name}</bdi>
    </button>`;
  return html`<div class="rai-chips" role="group" aria-label=${text.of('categories')}>
    ${chip(null, text.of('allCategories'))}${state.categories.map((one) => chip(one._id, one.name))}
  </div>`;
}

function card(context: StoreContext, product: Product): TemplateResult {
  const { state, text } = context;
  const image = webUrl(product.image, context.api.base || undefined);
  const price = priceOf(product);
  const available = isAvailable(product);
  return html`<li class="rai-card">
    ${image
      ? html`<img src=${image} alt="" loading="lazy" referrerpolicy="no-referrer" />`
      : html`<div class="rai-picture" aria-hidden="true">${[...product.name][0] ?? ''}</div>`}
    <div class="rai-card-body">
      <h3><bdi>${product.name}</bdi></h3>
      ${product.description ? html`<p class="rai-muted rai-clamp"><bdi>${product.description}</bdi></p>` : nothing}
      <p class="rai-price">
        <strong>${money(context, price)}</strong>
        ${price < product.price
          ? html`<span class="rai-hidden">${text.of('reducedFrom', { price: money(context, product.price) })}</span>
              <s aria-hidden="true">${text.number(product.price)}</s>`
          : nothing}
        ${product.stocks !== null && available
          ? html`<small class="rai-muted">${text.of('stockLeft', { n: product.stocks })}</small>`
          : nothing}
      </p>
      ${state.mayBuy
        ? html`<button
            type="button"
            class="rai-button"
            aria-label=${available ? text.of('buyNamed', { name: product.name }) : text.of('soldOut')}
            ?disabled=${!available || !state.store.isEnabled}
            @click=${() => choose(context, product)}
          >
            ${text.of(available ? 'buy' : 'soldOut')}
          </button>`
        : nothing}
    </div>
  </li>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { money, priceOf, type Order, type Product, type StoreContext } from './model';
import { buy } from './purchase';

/** The dialog that asks before it buys, and shows what was bought. */
export function purchaseDialog(context: StoreContext, product: Product): TemplateResult {
  const { receipt, buying } = context.state;
  const close = () => context.update({ buying: null, receipt: null });
  return html`<dialog
    class="rai-dialog"
    aria-label=${buying?.name ?? ''}
    ${ref((element) => void open(element as HTMLDialogElement | undefined))}
    @close=${close}
  >
    ${receipt ? receiptView(context, receipt) : form(context, product)}
  </dialog>`;
}

function open(dialog: HTMLDialogElement | undefined): void {
  if (!dialog || dialog.open) return;
  // The reference is set before the element is in the document.
  queueMicrotask(() => {
    if (dialog.isConnected && !dialog.open) dialog.showModal();
  });
}

function form(context: StoreContext, product: Product): TemplateResult {
  const { text, state } = context;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void buy(context, event.target as HTMLFormElement);
  };
  const quantity = (event: Event) =>
    context.update({ quantity: Math.max(1, Math.floor(Number((event.target as HTMLInputElement).value)) || 1) });
  return html`<form @submit=${submit}>
    <h3><bdi>${product.name}</bdi></h3>
    ${product.description ? html`<p class="rai-muted"><bdi>${product.description}</bdi></p>` : nothing}
    <label class="rai-field">
      ${text.of('quantity')}
      <input
        type="number"
        min="1"
        max=${product.stocks ?? 100}
        required
        .value=${String(state.quantity)}
        @change=${quantity}
      />
    </label>
    ${information(context, product)}
    <p class="rai-total">
      <span>${text.of('total')}</span><strong>${money(context, priceOf(product) * state.quantity)}</strong>
    </p>
    ${state.problem ? html`<p class="rai-problem">${state.problem}</p>` : nothing}
    <div class="rai-actions">
      <button type="button" class="rai-button rai-quiet" @click=${closeDialog}>${text.of('cancel')}</button>
      <button class="rai-button" ?disabled=${state.busy}>${text.of(state.busy ? 'buying' : 'buy')}</button>
    </div>
  </form>`;
}

function information({ text }: StoreContext, product: Product): TemplateResult | typeof nothing {
  const wanted = product.userInformation;
  if (!wanted?.isEnabled) return nothing;
  const field = (name: string, label: string, autocomplete: string) =>
    html`<label class="rai-field"
      >${label}<input name=${name} required maxlength="500" autocomplete=${autocomplete as 'name'}
    /></label>`;
  return html`${wanted.shouldCollectName ? field('name', text.of('fullName'), 'name') : nothing}
  ${wanted.shouldCollectPhone ? field('phone', text.of('phone'), 'tel') : nothing}
  ${wanted.shouldCollectAddress ? field('address', text.of('address'), 'street-address') : nothing}`;
}

function receiptView(context: StoreContext, order: Order): TemplateResult {
  const { text } = context;
  return html`<div class="rai-receipt">
    <h3>${text.of(order.state === 'pending' ? 'purchaseOpen' : 'bought')}</h3>
    <p><bdi>${order.item.name}</bdi></p>
    ${orderDetails(context, order)}
    <div class="rai-actions">
      <button type="button" class="rai-button" @click=${closeDialog}>${text.of('close')}</button>
    </div>
  </div>`;
}

/** The number, the codes and the instructions of an order. */
export function orderDetails({ text }: StoreContext, order: Order): TemplateResult {
  return html`<p class="rai-muted"><bdi>${text.of('orderNumber', { id: order.transactionId })}</bdi></p>
    ${order.vouchers?.map(
      (voucher) => html`<p class="rai-code">
        <span>${text.of('yourCode')}</span><bdi>${voucher.code}</bdi>
        ${voucher.expireDate
          ? html`<small>${text.of('validUntil', { date: text.date(voucher.expireDate) })}</small>`
          : nothing}
      </p>`,
    )}
    ${order.redemptionInstructions ? html`<p class="rai-pre" dir="auto">${order.redemptionInstructions}</p>` : nothing}`;
}

function closeDialog(event: Event): void {
  (event.target as HTMLElement).closest('dialog')?.close();
}

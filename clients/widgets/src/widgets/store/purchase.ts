import { ApiError } from '../../core/api';
import { randomId } from '../../core/random';
import { priceOf, type Order, type Product, type StoreContext } from './model';

/** The attempt to buy that is under way. Its key stays the same while it is repeated, so that nothing is bought twice. */
const keys = new WeakMap<StoreContext, string>();

export function choose(context: StoreContext, product: Product): void {
  keys.set(context, randomId());
  context.update({ buying: product, quantity: 1, problem: '', receipt: null, busy: false });
}

export async function buy(context: StoreContext, form: HTMLFormElement): Promise<void> {
  const { buying: product, quantity, busy } = context.state;
  if (!product || busy) return;
  context.update({ busy: true, problem: '' });
  try {
    const order = await context.api.post<Order>(
      `/v1/products/${product._id}/purchases`,
      { quantity, price: priceOf(product), ...information(product, form) },
      { 'Idempotency-Key': keys.get(context) ?? randomId() },
    );
    const settled = order.state === 'pending' ? await outcome(context, order) : order;
    if (settled.state === 'failed') throw new ApiError(409, 'purchase_undone', '');
    await done(context, settled);
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) keys.set(context, randomId());
    const problem = context.text.failure(error);
    context.update({ busy: false, problem });
    context.announce(problem);
  }
}

async function done(context: StoreContext, order: Order): Promise<void> {
  const open = order.state === 'pending';
  context.announce(context.text.of(open ? 'purchaseOpen' : 'bought'));
  context.update({ busy: false, receipt: order, orders: null });
  context.emit('rai-purchase', { transactionId: order.transactionId, state: order.state });
  await context.reload();
}

/** Follows a purchase whose outcome is open for a few seconds. */
async function outcome(context: StoreContext, order: Order): Promise<Order> {
  for (const seconds of [1, 2, 4]) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const now = await context.api.get<Order>(`/v1/purchase-history/${order.transactionId}`).catch(() => order);
    if (now.state !== 'pending') return now;
  }
  return order;
}

function information(product: Product, form: HTMLFormElement): { userInformation?: Record<string, string> } {
  if (!product.userInformation?.isEnabled) return {};
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => ['name', 'phone', 'address'].includes(entry[0]) && entry[1] !== '',
  );
  return { userInformation: Object.fromEntries(entries) };
}

import type { Context } from '../../core/types';

export interface Product {
  _id: string;
  name: string;
  description: string;
  image: string | null;
  price: number;
  currentPrice?: number;
  category: string | null;
  stocks: number | null;
  isAvailable?: boolean;
  userInformation?: {
    isEnabled: boolean;
    shouldCollectName: boolean;
    shouldCollectPhone: boolean;
    shouldCollectAddress: boolean;
  };
}

export interface Order {
  transactionId: string;
  item: { _id: string; name: string; price: number };
  quantity: number;
  paid: number;
  state: 'confirmed' | 'pending' | 'failed';
  status: { name: string; color: string };
  redemptionInstructions?: string;
  vouchers?: { code: string; expireDate: string | null }[];
  createdAt: string;
}

interface Store {
  isEnabled: boolean;
  title: string;
  description: string;
  currency: { name: string; symbol: string };
}

interface Category {
  _id: string;
  name: string;
}

export interface StoreState {
  store: Store;
  categories: Category[];
  products: Product[];
  balance: number | null;
  /** Whether the member is known, and so may buy. */
  mayBuy: boolean;
  category: string | null;
  tab: 'products' | 'orders';
  orders: Order[] | null;
  ordersCursor: string | null;
  buying: Product | null;
  quantity: number;
  busy: boolean;
  problem: string;
  receipt: Order | null;
}

export type StoreContext = Context<StoreState>;

type Page = Pick<StoreState, 'store' | 'categories' | 'products' | 'balance'>;

/** The store as the member sees it; to a visitor whom nobody vouches for, what anyone may see. */
export async function loadStore(context: StoreContext): Promise<StoreState> {
  const known = Boolean(context.session.identity?.userId);
  const page = known ? await context.api.get<Page>('/v1/store-page') : await publicPage(context);
  return {
    ...blank,
    ...page,
    mayBuy: known,
    category: context.state.category ?? null,
    tab: context.state.tab ?? 'products',
    orders: context.state.orders ?? null,
    buying: context.state.buying ?? null,
    quantity: context.state.quantity ?? 1,
    receipt: context.state.receipt ?? null,
  };
}

async function publicPage({ api, config }: StoreContext): Promise<Page> {
  const communityId = config.communityId;
  const [store, categories, products] = await Promise.all([
    api.get<Store>('/stores', { communityId }),
    api.get<Category[]>('/v1/categories', { communityId, limit: 100 }),
    api.get<Product[]>('/v1/products', { communityId, limit: 100 }),
  ]);
  return { store, categories, products, balance: null };
}

export function priceOf(product: Product): number {
  return product.currentPrice ?? product.price;
}

export function isAvailable(product: Product): boolean {
  return product.isAvailable ?? product.stocks !== 0;
}

export function money(context: StoreContext, amount: number): string {
  const { symbol, name } = context.state.store.currency;
  return `${context.text.number(amount)} ${symbol || name}`;
}

const blank: Omit<StoreState, 'store' | 'categories' | 'products' | 'balance'> = {
  mayBuy: false,
  category: null,
  tab: 'products',
  orders: null,
  ordersCursor: null,
  buying: null,
  quantity: 1,
  busy: false,
  problem: '',
  receipt: null,
};

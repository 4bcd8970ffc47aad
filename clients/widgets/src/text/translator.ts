import { ApiError } from '../core/api';
import { ar } from './ar';
import { en } from './en';

export type TextKey = keyof typeof en;

const LANGUAGES: Record<string, Record<TextKey, string>> = { en, ar };
const RIGHT_TO_LEFT = new Set(['ar']);

/** Refusals that have words of their own; all others are told by status. */
const BY_CODE: Record<string, TextKey> = {
  price_changed: 'priceChanged',
  out_of_stock: 'outOfStock',
  coins_missing: 'coinsMissing',
  member_limit: 'memberLimit',
  store_closed: 'storeClosed',
  product_archived: 'notFound',
  purchase_undone: 'purchaseUndone',
};

const BY_STATUS: Record<number, TextKey> = {
  0: 'unreachable',
  401: 'notAllowed',
  403: 'notAllowed',
  404: 'notFound',
  409: 'conflict',
  429: 'tooMany',
};

/** The texts of a language, its numbers and its times. */
export class Translator {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  private readonly texts: Record<TextKey, string>;
  private readonly locale: string;

  constructor(wanted: string | undefined) {
    this.locale = wellFormed(wanted || document.documentElement.lang || navigator.language);
    const primary = this.locale.split('-')[0]?.toLowerCase() ?? 'en';
    this.language = primary in LANGUAGES ? primary : 'en';
    this.texts = LANGUAGES[this.language] ?? en;
    this.direction = RIGHT_TO_LEFT.has(this.language) ? 'rtl' : 'ltr';
  }

  of(key: TextKey, values: Record<string, string | number> = {}): string {
    return this.texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? this.number(value) : value;
    });
  }

  /** The name of a unit of the ledger; one that is not known here is shown as it is. */
  unit(unit: string): string {
    return this.texts[`unit_${unit}` as TextKey] ?? unit;
  }

  /** Where a posting comes from. */
  source(source: string): string {
    return this.texts[`source_${source}` as TextKey] ?? this.texts.source_other;
  }

  signed(value: number): string {
    return new Intl.NumberFormat(this.formats(), { signDisplay: 'always' }).format(value);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.formats()).format(value);
  }

  percent(share: number): string {
    return new Intl.NumberFormat(this.formats(), { style: 'percent', maximumFractionDigits: 1 }).format(share);
  }

  date(iso: string): string {
    return this.time(iso, { dateStyle: 'medium' });
  }

  dateAndTime(iso: string): string {
    return this.time(iso, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** What went wrong, in words for members. Texts of the server are for developers and in English. */
  failure(error: unknown): string {
    if (!(error instanceof ApiError)) return this.of('failed');
    const key = BY_CODE[error.code] ?? BY_STATUS[error.status] ?? 'failed';
    return this.of(key);
  }

  private time(iso: string, options: Intl.DateTimeFormatOptions): string {
    const at = new Date(iso);
    return Number.isNaN(at.getTime()) ? '' : new Intl.DateTimeFormat(this.formats(), options).format(at);
  }

  /** A locale of another language must not mix its months into English texts. */
  private formats(): string {
    return this.locale.toLowerCase().startsWith(this.language) ? this.locale : this.language;
  }
}

function wellFormed(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

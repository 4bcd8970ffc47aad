import { base, pieces } from './styles';

let sheet: CSSStyleSheet | null = null;

/** Adds the widgets' styles to a document or shadow root, once. A constructed sheet needs no `unsafe-inline` in a page's CSP. */
export function adoptTheme(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(base + pieces);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** The address if it is a web address, else undefined: `javascript:` and `data:` never reach a link or an image. */
export function webUrl(value: unknown, base?: string): string | undefined {
  const url = parsed(value, base);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

export function httpsUrl(value: unknown): string | undefined {
  const url = parsed(value);
  return url?.protocol === 'https:' ? url.href : undefined;
}

export function originOf(value: unknown): string | undefined {
  const url = parsed(value);
  return url && url.origin !== 'null' ? url.origin : undefined;
}

/** Where this script came from: the installation that serves the widgets. */
export function scriptOrigin(): string {
  const script = document.currentScript;
  return (script instanceof HTMLScriptElement && originOf(script.src)) || location.origin;
}

function parsed(value: unknown, base?: string): URL | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

import { WIDGETS, type MountConfig, type Mounted, type WidgetType } from '../core/types';

interface BundleGlobal {
  mount(container: HTMLElement, config: MountConfig): Mounted;
}

const loading = new Map<string, Promise<void>>();

/** Loads the bundle of a type once and mounts its widget. */
export async function mountBundle(
  type: WidgetType,
  url: string,
  container: HTMLElement,
  config: MountConfig,
): Promise<Mounted> {
  const name = WIDGETS[type].global;
  if (!globalOf(name)) {
    let script = loading.get(url);
    if (!script) loading.set(url, (script = load(url)));
    await script;
  }
  const bundle = globalOf(name);
  if (!bundle) throw new Error(`rai: ${url} does not define ${name}`);
  return bundle.mount(container, config);
}

function globalOf(name: string): BundleGlobal | undefined {
  return (globalThis as unknown as Record<string, BundleGlobal | undefined>)[name];
}

function load(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => {
      loading.delete(url);
      script.remove();
      reject(new Error(`rai: ${url} cannot be loaded`));
    };
    document.head.append(script);
  });
}

import { mountWidget } from '../core/host';
import { scriptOrigin } from '../core/url';
import type { MountConfig, Mounted, Widget } from '../core/types';

export interface Bundle {
  mount(container: HTMLElement | string, config: MountConfig): Mounted;
}

/** What a bundle's global offers. */
export function bundle<S>(widget: Widget<S>): Bundle {
  const origin = scriptOrigin();
  return {
    mount(container, config) {
      const element = typeof container === 'string' ? document.querySelector<HTMLElement>(container) : container;
      if (!element) throw new Error('rai: the container does not exist');
      return mountWidget(widget, element, config, origin);
    },
  };
}

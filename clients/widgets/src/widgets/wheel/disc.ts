import { svg, type SVGTemplateResult } from 'lit';
import type { Prize } from './wheel';

const RADIUS = 100;

/** The wheel with a segment of the same size for each prize: the chances are in the list beside it. */
export function disc(prizes: Prize[]): SVGTemplateResult {
  const angle = 360 / Math.max(1, prizes.length);
  return svg`<g>${prizes.map((prize, index) => segment(prize, index, angle))}</g>`;
}

function segment(prize: Prize, index: number, angle: number): SVGTemplateResult {
  const middle = index * angle;
  const path =
    angle >= 360
      ? `M 0 ${-RADIUS} A ${RADIUS} ${RADIUS} 0 1 1 -0.01 ${-RADIUS} Z`
      : `M 0 0 L ${point(middle - angle / 2)} A ${RADIUS} ${RADIUS} 0 ${angle > 180 ? 1 : 0} 1 ${point(middle + angle / 2)} Z`;
  return svg`<path d=${path} class="rai-segment" data-shade=${index % 4} />
    <text transform=${`rotate(${middle}) translate(0 -62)`} class="rai-segment-label" text-anchor="middle">
      ${shortened(prize.label)}
    </text>`;
}

function point(degrees: number): string {
  const radians = (degrees * Math.PI) / 180;
  return `${(RADIUS * Math.sin(radians)).toFixed(3)} ${(-RADIUS * Math.cos(radians)).toFixed(3)}`;
}

function shortened(label: string): string {
  const letters = [...label];
  return letters.length > 10 ? `${letters.slice(0, 9).join('')}…` : label;
}

/** How far the wheel has to be turned so that the prize stops at the pointer, some turns further than now. */
export function turnTo(now: number, index: number, count: number): number {
  const target = (360 - (index * 360) / Math.max(1, count)) % 360;
  return now - (((now % 360) + 360) % 360) + 360 * 4 + target;
}

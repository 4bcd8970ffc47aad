const light = `
  --rai-surface: #ffffff; --rai-raised: #f6f5fb; --rai-text: #1d1b2b; --rai-muted: #5d5a70; --rai-line: #dedbe9;
  --rai-accent: #5b3fd6; --rai-on-accent: #ffffff; --rai-tint: #ebe6fc; --rai-on-tint: #3f2aa3;
  --rai-good: #1b6f45; --rai-bad: #b3261e; --rai-warm: #b45309; color-scheme: light;`;

const dark = `
  --rai-surface: #17161f; --rai-raised: #22202e; --rai-text: #f1eff8; --rai-muted: #b0acc2; --rai-line: #3a3748;
  --rai-accent: #a996ff; --rai-on-accent: #17132b; --rai-tint: #332b57; --rai-on-tint: #d9d0ff;
  --rai-good: #6fd6a2; --rai-bad: #ff9a92; --rai-warm: #f5b968; color-scheme: dark;`;

/** Colours, type, and what every widget uses. All is nested below the root, so nothing leaks into the page. */
export const base = `
.rai-widget-root {
  ${light}
  &[data-theme='dark'] { ${dark} }
  @media (prefers-color-scheme: dark) { &[data-theme='auto'] { ${dark} } }

  box-sizing: border-box; container-type: inline-size; max-inline-size: 100%;
  background: var(--rai-surface); color: var(--rai-text);
  font: 400 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif;
  text-align: start;

  & *, & *::before, & *::after { box-sizing: border-box; }
  & :is(h2, h3, p, ul, ol, dl, dd, table) { margin: 0; padding: 0; }
  & :is(ul, ol) { list-style: none; }
  & h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; overflow-wrap: anywhere; }
  & h3 { font-size: 1rem; line-height: 1.35; font-weight: 600; overflow-wrap: anywhere; }
  & :is(button, input, select, textarea) { font: inherit; color: inherit; }
  & :is(button, a, input, select, textarea, [tabindex]):focus-visible { outline: 2px solid var(--rai-accent); outline-offset: 2px; }
  & a { color: var(--rai-accent); }
  & img { max-inline-size: 100%; }

  .rai-content { display: grid; gap: 16px; padding: 16px; grid-template-columns: minmax(0, 1fr); }
  .rai-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .rai-muted { color: var(--rai-muted); }
  .rai-small { font-size: 0.8rem; font-weight: 400; }
  .rai-pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  .rai-end { text-align: end; }
  .rai-center { display: grid; gap: 8px; justify-items: center; text-align: center; }
  .rai-header { display: flex; flex-wrap: wrap; gap: 12px 16px; justify-content: space-between; align-items: center; }
  .rai-row { display: flex; gap: 4px 12px; justify-content: space-between; align-items: baseline; flex-wrap: wrap; overflow-wrap: anywhere; }
  .rai-actions { display: flex; gap: 8px; justify-content: flex-end; flex-wrap: wrap; }

  .rai-button {
    min-block-size: 40px; padding: 8px 16px; border: 1px solid var(--rai-accent); border-radius: 10px;
    background: var(--rai-accent); color: var(--rai-on-accent); font-weight: 600; cursor: pointer;
    &:hover:not(:disabled) { filter: brightness(1.1); }
    &:disabled { background: var(--rai-raised); color: var(--rai-muted); border-color: var(--rai-line); cursor: not-allowed; }
    &.rai-quiet { background: transparent; color: var(--rai-accent); }
    &.rai-large { min-inline-size: 160px; font-size: 1.05rem; }
  }
  .rai-tabs { display: flex; gap: 4px; border-block-end: 1px solid var(--rai-line); }
  .rai-tab {
    padding: 8px 12px; border: 0; background: none; cursor: pointer; color: var(--rai-muted); border-block-end: 3px solid transparent;
    &[aria-pressed='true'] { color: var(--rai-text); font-weight: 600; border-color: var(--rai-accent); }
  }
  .rai-chips { display: flex; flex-wrap: wrap; gap: 8px; }
  .rai-chip {
    min-block-size: 32px; padding: 4px 12px; border: 1px solid var(--rai-line); border-radius: 16px; background: none; cursor: pointer;
    &[aria-pressed='true'] { background: var(--rai-tint); border-color: var(--rai-accent); color: var(--rai-on-tint); }
  }
  .rai-badge { display: inline-flex; gap: 6px; align-items: center; padding: 2px 10px; border-radius: 12px; background: var(--rai-raised); color: var(--rai-text); font-size: 0.85rem;
    i { inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--rai-muted); }
  }
  .rai-note { padding: 12px; border-radius: 10px; background: var(--rai-tint); color: var(--rai-on-tint); display: grid; gap: 6px; }
  .rai-empty { padding: 24px 12px; border: 1px dashed var(--rai-line); border-radius: 10px; text-align: center; color: var(--rai-muted); }
  .rai-problem { color: var(--rai-bad); }
  .rai-state { display: grid; gap: 12px; justify-items: center; padding: 32px 16px; text-align: center; }
  .rai-list { display: grid; gap: 0; & > li { padding-block: 12px; border-block-end: 1px solid var(--rai-line); } & > li:last-child { border: 0; } }
  .rai-field { display: grid; gap: 4px; font-size: 0.9rem; color: var(--rai-muted); }
  & :is(input, select, textarea) {
    inline-size: 100%; min-block-size: 40px; padding: 8px 12px; border: 1px solid var(--rai-muted); border-radius: 10px; background: var(--rai-surface); color: var(--rai-text);
  }
  & progress { appearance: none; inline-size: 100%; block-size: 8px; border: 0; border-radius: 4px; background: var(--rai-line); overflow: hidden; accent-color: var(--rai-accent);
    &::-webkit-progress-bar { background: var(--rai-line); }
    &::-webkit-progress-value { background: var(--rai-accent); border-radius: 4px; }
    &::-moz-progress-bar { background: var(--rai-accent); }
  }
  .rai-figures { display: grid; gap: 8px; grid-template-columns: repeat(auto-fit, minmax(96px, 1fr));
    div { padding: 12px; border-radius: 10px; background: var(--rai-raised); }
    dt { color: var(--rai-muted); font-size: 0.85rem; }
    dd:first-of-type { font-size: 1.35rem; font-weight: 650; }
  }
  .rai-skeleton { display: grid; gap: 12px; i { block-size: 48px; border-radius: 10px; background: var(--rai-raised); animation: rai-pulse 1.4s ease-in-out infinite; } }
  @media (prefers-reduced-motion: reduce) { & *, & *::before { animation: none !important; transition: none !important; } }
}
@keyframes rai-pulse { 50% { opacity: 0.5; } }
`;

/** What single widgets use. */
export const pieces = `
.rai-widget-root {
  .rai-balance { display: grid; text-align: end; padding: 8px 16px; border-radius: 10px; background: var(--rai-tint); color: var(--rai-on-tint);
    span { font-size: 0.8rem; } strong { font-size: 1.2rem; }
  }
  .rai-grid { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); }
  .rai-card { display: flex; flex-direction: column; border: 1px solid var(--rai-line); border-radius: 14px; overflow: hidden; background: var(--rai-surface);
    img, .rai-picture { inline-size: 100%; aspect-ratio: 16 / 9; object-fit: cover; }
  }
  .rai-card .rai-picture { aspect-ratio: 3 / 1; }
  .rai-picture { display: grid; place-items: center; font-size: 2.5rem; font-weight: 700; background: linear-gradient(135deg, var(--rai-tint), var(--rai-raised)); color: var(--rai-on-tint); }
  .rai-card-body { display: flex; flex-direction: column; gap: 8px; padding: 12px 16px 16px; flex: 1; .rai-button { margin-block-start: auto; } }
  .rai-clamp { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere; }
  .rai-price { display: flex; gap: 8px; align-items: baseline; flex-wrap: wrap; strong { font-size: 1.1rem; } s { color: var(--rai-muted); } small { margin-inline-start: auto; } }
  .rai-dialog { inline-size: min(420px, calc(100vw - 32px)); padding: 20px; border: 1px solid var(--rai-line); border-radius: 16px; background: var(--rai-surface); color: var(--rai-text);
    &::backdrop { background: rgb(0 0 0 / 50%); }
    form, .rai-receipt { display: grid; gap: 14px; }
  }
  .rai-total { display: flex; justify-content: space-between; }
  .rai-code { display: flex; gap: 4px 12px; flex-wrap: wrap; align-items: baseline; padding: 10px 12px; border-radius: 10px; background: var(--rai-raised); bdi { font-family: ui-monospace, monospace; font-weight: 700; overflow-wrap: anywhere; } }

  .rai-messages { display: flex; flex-direction: column-reverse; ol { display: flex; flex-direction: column; gap: 12px; } max-block-size: 420px; min-block-size: 120px; overflow-y: auto; padding: 4px; }
  .rai-message { max-inline-size: min(100%, 560px); padding: 8px 12px; border-radius: 14px; background: var(--rai-raised); align-self: flex-start;
    &[data-own='true'] { align-self: flex-end; background: var(--rai-tint); color: var(--rai-on-tint); .rai-muted { color: inherit; } }
  }
  .rai-message-image { max-block-size: 240px; border-radius: 10px; }
  .rai-reactions { display: flex; flex-wrap: wrap; gap: 4px; margin-block-start: 4px; }
  .rai-reaction { min-inline-size: 32px; min-block-size: 28px; padding: 0 8px; border: 1px solid var(--rai-line); border-radius: 14px; background: var(--rai-surface); color: var(--rai-text); font-size: 0.85rem; cursor: pointer; }
  .rai-composer { display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr) auto; align-items: end; textarea { field-sizing: content; max-block-size: 160px; resize: none; } .rai-problem { grid-column: 1 / -1; } }
  [data-stream='live'] i { background: var(--rai-good); }
  [data-stream='refused'] i { background: var(--rai-bad); }

  .rai-titled { display: flex; gap: 12px; align-items: center; img { inline-size: 48px; block-size: 48px; border-radius: 10px; object-fit: cover; } }
  .rai-choices { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
  .rai-table { inline-size: 100%; border-collapse: collapse;
    th, td { padding: 10px 8px; border-block-end: 1px solid var(--rai-line); text-align: start; font-weight: 400; overflow-wrap: anywhere; }
    thead th:first-child { inline-size: 72px; }
    thead th { color: var(--rai-muted); font-size: 0.85rem; }
    .rai-end { text-align: end; font-variant-numeric: tabular-nums; }
    tr[data-own='true'] :is(th, td) { background: var(--rai-tint); color: var(--rai-on-tint); font-weight: 600; .rai-muted { color: inherit; } }
  }
  .rai-rank { display: inline-grid; place-items: center; min-inline-size: 28px; block-size: 28px; border-radius: 14px;
    &:is([data-rank='1'], [data-rank='2'], [data-rank='3']) { background: var(--rai-accent); color: var(--rai-on-accent); font-weight: 700; }
  }

  .rai-streak { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 16px; align-items: start; }
  .rai-flame { display: grid; place-items: center; inline-size: 64px; block-size: 64px; border-radius: 50% 50% 50% 14%; font-size: 1.4rem; font-weight: 700; background: var(--rai-raised); color: var(--rai-text); transform: rotate(0);
    &[data-safe='true'] { background: var(--rai-accent); color: var(--rai-on-accent); }
  }
  .rai-conditions { margin-block: 4px 8px; font-size: 0.9rem; }

  .rai-wheel { position: relative; inline-size: min(100%, 320px); margin-inline: auto; direction: ltr;
    svg { display: block; inline-size: 100%; transition: transform 3s cubic-bezier(0.15, 0.8, 0.2, 1); }
  }
  .rai-pointer { position: absolute; inset-block-start: -2px; inset-inline-start: calc(50% - 12px); z-index: 1; border: 12px solid transparent; border-block-start: 20px solid var(--rai-text); }
  .rai-segment { stroke: var(--rai-surface); stroke-width: 1.5; fill: var(--rai-tint);
    &[data-shade='1'] { fill: var(--rai-raised); } &[data-shade='2'] { fill: var(--rai-line); } &[data-shade='3'] { fill: color-mix(in srgb, var(--rai-accent) 35%, var(--rai-surface)); }
  }
  .rai-segment-label { fill: var(--rai-text); font-size: 11px; font-weight: 600; }
  .rai-hub { fill: var(--rai-accent); stroke: var(--rai-surface); stroke-width: 3; }
  .rai-won { font-size: 1.15rem; font-weight: 650; color: var(--rai-good); }
  .rai-proof { display: grid; gap: 4px; font-size: 0.85rem; dd { overflow-wrap: anywhere; } }

  .rai-milestone { display: grid; gap: 6px; &[data-reached='true'] progress { --rai-accent: var(--rai-good); } }
  .rai-done { color: var(--rai-good); font-weight: 600; }
  .rai-changes { display: flex; gap: 10px; flex-wrap: wrap; font-variant-numeric: tabular-nums; [data-sign='1'] { color: var(--rai-good); } [data-sign='-1'] { color: var(--rai-bad); } }
  .rai-copy { display: flex; gap: 8px; input { min-inline-size: 0; } }
  .rai-program { display: grid; gap: 2px 12px; margin-block-start: 6px; font-size: 0.9rem; }
  .rai-links { display: grid; gap: 8px; a { display: block; padding: 12px 16px; border: 1px solid var(--rai-line); border-radius: 10px; color: var(--rai-text); text-decoration: none; font-weight: 600; overflow-wrap: anywhere; } a:hover { background: var(--rai-raised); } }
  .rai-frame { inline-size: 100%; block-size: 560px; border: 1px solid var(--rai-line); border-radius: 10px; }
}
`;

// The API reference: everything comes from this server, and requests go to it.
Scalar.createApiReference('#content', {
  url: '/openapi.json',
  baseServerURL: location.origin,
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  hideDarkModeToggle: false,
  documentDownloadType: 'both',
  operationTitleSource: 'summary',
  persistAuth: false,
  theme: 'default',
});

// The page of the events: the document is fetched from this server.
AsyncApiStandalone.render(
  { schema: { url: '/asyncapi.json' }, config: { show: { sidebar: true, errors: false }, sidebar: { showOperations: 'bySpec' } } },
  document.getElementById('content'),
);

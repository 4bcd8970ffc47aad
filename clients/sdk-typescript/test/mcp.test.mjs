// The published MCP client, unmodified, uses the operations as tools under a key of its own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const sandbox = JSON.parse(readFileSync(process.env.REGULARS_SANDBOX ?? '../../.sandbox/sandbox.json', 'utf8'));

async function connect(key) {
  const client = new Client({ name: 'test', version: '1' });
  const headers = key ? { Authorization: `Bearer ${key}` } : {};
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', sandbox.gateway), { requestInit: { headers } }));
  return client;
}

async function allTools(client) {
  const tools = [];
  let cursor;
  do {
    const page = await client.listTools({ cursor });
    tools.push(...page.tools);
    cursor = page.nextCursor;
  } while (cursor);
  return tools;
}

test('operations are tools', async () => {
  const client = await connect(sandbox.apiKey);
  const tools = await allTools(client);
  assert.ok(tools.length > 240, `${tools.length} tools`);
  const read = tools.find((tool) => tool.name === 'readUserInfo');
  assert.ok(read.inputSchema.properties.body);
  await client.close();
});

test('a tool acts under the key of its caller', async () => {
  const client = await connect(sandbox.apiKey);
  const result = await client.callTool({ name: 'readUserInfo', arguments: { body: { idOrEmail: sandbox.member.email } } });
  assert.ok(!result.isError, result.content[0].text);
  assert.equal(JSON.parse(result.content[0].text).data._id, sandbox.member._id);
  await client.close();
});

test('without a key a tool is refused', async () => {
  const client = await connect();
  const result = await client.callTool({ name: 'readUserInfo', arguments: { body: { idOrEmail: sandbox.member.email } } });
  assert.equal(result.isError, true);
  assert.match(result.content[0].text, /^401 /);
  await client.close();
});

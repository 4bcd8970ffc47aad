// Rocket.Chat's own client for JavaScript, unmodified: logs in (plain, digest), reads its user, logs out.
const crypto = require('crypto');
const { RestClient } = require('@rocket.chat/api-client');

const [gateway, username, email, password] = process.argv.slice(2);
const digest = crypto.createHash('sha256').update(password).digest('hex');

function check(holds, what) {
  if (!holds) throw new Error(what);
}

async function play(credentials) {
  const client = new RestClient({ baseUrl: gateway });
  const login = await client.post('/v1/login', credentials);
  check(login.status === 'success', 'login');
  client.setCredentials({ 'X-User-Id': login.data.userId, 'X-Auth-Token': login.data.authToken });
  const info = await client.get('/v1/users.info', { userId: login.data.userId, includeUserRooms: 'true' });
  check(info.success && info.user.username === username, 'users.info');
  check(info.user.services.password === true && Array.isArray(info.user.rooms), 'own fields');
  const missing = await client.get('/v1/users.info', { username: 'nobody.here' }).catch((response) => response.json());
  check(missing.error === 'User not found.', 'an unknown user');
  const bye = await client.post('/v1/logout', {});
  check(bye.data.message === "You've been logged out!", 'logout');
  const after = await client.get('/v1/users.info', { username }).catch((response) => response.status);
  check(after === 401, 'the token after the logout');
}

(async () => {
  await play({ user: email, password });
  await play({ user: { username }, password: { digest, algorithm: 'sha-256' } });
  console.log('played');
})().catch((failure) => {
  console.error(failure);
  process.exit(1);
});

// oidc-provider on a free loopback port, with every feature on that adds client metadata. Prints one line of JSON when it is
// ready, and ends with its standard input.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    path: { type: 'string', default: '' }, // Below which path it is.
    management: { type: 'boolean', default: true }, // Whether there are PUT and DELETE.
    rotate: { type: 'boolean', default: true }, // Whether PUT replaces the registration access token.
    'initial-token': { type: 'string' }, // The token that POST needs; none without it.
  },
});

console.warn = console.info = () => {}; // What it says about its defaults and about Node.js before version 22.
const { Provider } = await import('oidc-provider');

// The store that it brings forgets the oldest of 1,000 entries, tokens included.
class Store {
  static #models = new Map();

  constructor(model) {
    this.entries = Store.#models.get(model) ?? new Map();
    Store.#models.set(model, this.entries);
  }

  async upsert(id, payload) {
    this.entries.set(id, payload);
  }

  async find(id) {
    return this.entries.get(id);
  }

  async destroy(id) {
    this.entries.delete(id);
  }
}

const key = (type, settings) => ({ ...generateKeyPairSync(type, settings).privateKey.export({ format: 'jwk' }), use: 'sig' });
const enabled = { enabled: true };
const configuration = {
  adapter: Store,
  jwks: { keys: [key('rsa', { modulusLength: 2048 }), key('ec', { namedCurve: 'P-256' })] },
  cookies: { keys: ['test'] },
  scopes: ['openid', 'offline_access', 'profile', 'email', 'orders:read', 'orders:write'],
  acrValues: ['urn:example:loa:1', 'urn:example:loa:2'],
  subjectTypes: ['public', 'pairwise'],
  pairwiseIdentifier: (ctx, account, client) => `${account}@${client.sectorIdentifier}`,
  responseTypes: ['code', 'code id_token', 'id_token', 'none'],
  clientAuthMethods: [
    'client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'tls_client_auth',
    'self_signed_tls_client_auth', 'none',
  ],
  features: {
    backchannelLogout: enabled,
    ciba: { enabled: true, deliveryModes: ['poll', 'ping'] },
    clientCredentials: enabled,
    deviceFlow: enabled,
    devInteractions: { enabled: false },
    dPoP: enabled,
    encryption: enabled,
    introspection: enabled,
    jwtIntrospection: enabled,
    jwtResponseModes: enabled,
    jwtUserinfo: enabled,
    mTLS: { enabled: true, certificateBoundAccessTokens: true, selfSignedTlsClientAuth: true, tlsClientAuth: true },
    pushedAuthorizationRequests: enabled,
    registration: { enabled: true, initialAccessToken: options['initial-token'] },
    registrationManagement: { enabled: options.management, rotateRegistrationAccessToken: options.rotate },
    requestObjects: enabled,
    resourceIndicators: enabled,
    revocation: enabled,
    richAuthorizationRequests: { enabled: true, types: { payment: { validate() {} }, account: { validate() {} } } },
    rpInitiatedLogout: enabled,
  },
};

const server = createServer();
await new Promise((resolve, reject) => {
  server.once('error', reject).listen(0, '127.0.0.1', resolve);
});

const issuer = `http://127.0.0.1:${server.address().port}${options.path}`;
const handle = new Provider(issuer, configuration).callback();
server.on('request', (request, response) => {
  if (!request.url.startsWith(`${options.path}/`)) return response.writeHead(404).end();
  if (options.path) {
    request.originalUrl = request.url; // oidc-provider finds out from this that it is below a path.
    request.url = request.url.slice(options.path.length);
  }
  return handle(request, response);
});

process.stdin.on('end', () => process.exit()).resume();
console.log(JSON.stringify({ issuer, registration_endpoint: `${issuer}/reg` }));

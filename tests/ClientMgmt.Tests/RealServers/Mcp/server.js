// The registration handler of the MCP SDK on a free loopback port, with its clients in memory. Prints one line of JSON when it is
// ready, and ends with its standard input.
import { createServer } from 'node:http';
import express from 'express';
import { mcpAuthRouter } from '@modelcontextprotocol/sdk/server/auth/router.js';

const server = createServer();
await new Promise((resolve, reject) => {
  server.once('error', reject).listen(0, '127.0.0.1', resolve);
});

const issuer = `http://localhost:${server.address().port}`;
const clients = new Map();
const clientsStore = {
  getClient: (id) => clients.get(id),
  registerClient: (client) => {
    clients.set(client.client_id, client);
    return client;
  },
};
const application = express();
application.use(mcpAuthRouter({
  provider: { clientsStore },
  issuerUrl: new URL(issuer),
  clientRegistrationOptions: { rateLimit: process.argv.includes('--limited') ? undefined : false },
}));
server.on('request', application);

process.stdin.on('end', () => process.exit()).resume();
console.log(JSON.stringify({ issuer, registration_endpoint: `${issuer}/register` }));

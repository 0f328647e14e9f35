// Loaded into the Playground before it starts, because it has no options for these two.

// It would listen on all interfaces, and whoever reaches it speaks as the demo's secretary: keep it on this machine.
const { Server } = require('node:net');
const { listen } = Server.prototype;
Server.prototype.listen = function (port, ...rest) {
  return typeof port === 'number' && typeof rest[0] !== 'string'
    ? listen.call(this, port, '127.0.0.1', ...rest)
    : listen.call(this, port, ...rest);
};

// Whoever started it holds its standard input: when that ends, however it ended, nobody is left to stop it.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();

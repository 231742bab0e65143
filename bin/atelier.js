#!/usr/bin/env node
// CommonJS (see package.json beside this file): it starts sooner. Scripts ask for the version often, and alone: nothing
// more is loaded for it.
const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  require('node:fs').writeSync(1, `${require('../package.json').version}\n`);
} else {
  import('../dist/main.js');
}

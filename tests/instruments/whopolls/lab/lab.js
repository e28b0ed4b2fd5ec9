// Node that polls or blocks as KIND says, for the laboratory.
// SPDX-License-Identifier: MIT
// usage: node lab.js KIND
const kinds = {
    'interval': () => setInterval(() => {}, 50),
    'serves': () => require('http').createServer().listen(0, '127.0.0.1'),
    'reads': () => process.stdin.resume(),
    'spins': () => { for (;;); },
};

kinds[process.argv[2]]();

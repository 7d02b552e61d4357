/** Jest's counterpart of the build's text loader: a module whose export is the file's text. */
module.exports = { process: text => ({ code: `module.exports = ${JSON.stringify(text)};` }) };

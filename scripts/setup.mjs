// Puts in place what building and testing need, and nothing that is there already. Node's built-ins only.
import { bindgenTool } from './setup/bindgen.mjs';
import { browserPackages } from './setup/browsers.mjs';
import { nodePackages } from './setup/packages.mjs';
import { wasmTarget } from './setup/wasm-target.mjs';
import { runAsScript, Trouble } from './steps.mjs';

/** The oldest Node that everything here runs on. */
const NODE_MIN = 20;

/**
 * @param {{ browsers?: boolean }} [options] `browsers`: also those that the tests drive
 * @returns {Promise<import('./setup/wasm-target.mjs').WasmTarget>} how to build for wasm32
 */
export async function setup({ browsers = false } = {}) {
  if (Number.parseInt(process.versions.node, 10) < NODE_MIN) {
    throw new Trouble(`Node ${process.versions.node} is too old`, `Install Node ${NODE_MIN} or newer.`);
  }
  const target = await wasmTarget();
  await nodePackages();
  await bindgenTool();
  if (browsers) await browserPackages();
  return target;
}

await runAsScript(import.meta, () => setup({ browsers: process.argv.includes('--browsers') }));

// The .d.ts files, written by the compiler from the JSDoc of www/.
import { join } from 'node:path';
import { root, run } from '../steps.mjs';

/** TypeScript's compiler, as installed by npm. */
export const TSC = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

export async function types() {
  const advice = 'Put the type error right; npm run lint shows it too.';
  await run(process.execPath, [TSC, '-p', join(root, 'scripts', 'build', 'tsconfig.json')], { advice });
}

import { buildExtension } from './build-extension';

process.exitCode = (await buildExtension()) ? 0 : 1;

/** True in the build for Chromium, false in the one for Firefox. Set by `vite.config.ts`. */
declare const __CHROMIUM__: boolean;

import { checkLint, checkTypes, plus, runTests } from './checks';

// The quick round while working: no build, no browser.
const sum = [await checkTypes(), await checkLint(), await runTests('unit')].reduce(plus);
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;

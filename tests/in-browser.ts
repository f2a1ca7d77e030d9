// Runs in the browser before each test file of the project "browser".
export {};

/** What the browser tests know of the product they talk to; it lives in a throw-away database. */
export const ADMIN_TOKEN = "token-of-the-browser-tests";
export const ADMIN = { email: "admin@example.org", password: "password of the browser tests" };

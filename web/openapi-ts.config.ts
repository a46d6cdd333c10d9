import { defineConfig } from "@hey-api/openapi-ts";

// The document comes from the service itself: `newsforge openapi`. `npm run client` writes it anew.
export default defineConfig({
  input: process.env.OPENAPI_FILE ?? "openapi.json",
  output: { path: process.env.CLIENT_FOLDER ?? "src/api/generated", clean: true },
  plugins: [
    { name: "@hey-api/client-fetch", throwOnError: true, baseUrl: false },
    "@hey-api/typescript",
    { name: "@hey-api/sdk" },
    { name: "@tanstack/react-query", queryOptions: true, mutationOptions: true, infiniteQueryOptions: true },
  ],
});

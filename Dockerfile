# The bot alone: no embedded Postgres and no development tools, so DATABASE_URL has to be given.
# compose.yaml runs it with everything else. Node is of the version in package.json; what is held
# against these lines without an engine is in docs/operations.md ("What is checked").

# What runs, and nothing that only builds or tests.
FROM node:24.21.0-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

# The dashboard's page needs the development tools to be built, and none of them to be served.
FROM node:24.21.0-trixie-slim AS page
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY tools/build-dashboard.ts ./tools/
COPY src ./src
RUN node tools/build-dashboard.ts

FROM node:24.21.0-trixie-slim
# What may be written; all else is root's.
RUN mkdir -p /app/.data /backups && chown node:node /app/.data /backups
# One arena: said here, the launcher does not have to start Node a second time to say it.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 HEALTH_PORT=8080 MALLOC_ARENA_MAX=1
WORKDIR /app
COPY package.json LICENSE ./
COPY bin ./bin
COPY drizzle ./drizzle
COPY lessons ./lessons
COPY src ./src
COPY --from=packages /app/node_modules ./node_modules
COPY --from=page /app/dist/dashboard ./dist/dashboard
USER node
# What Node compiles is kept in the image: a root that is read-only could not keep it. There is no
# token here, so the start ends once everything is loaded.
RUN node --expose-gc --max-semi-space-size=16 --heap-growing-percent=25 bin/sedikit.mjs start 2>/dev/null \
  || test -d .data/compiled
EXPOSE 8080
# Whichever roles a container has, it answers here: with its pages where it has the role web (PORT),
# and otherwise with those about itself alone (HEALTH_PORT).
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: npm would stand between it and SIGTERM.
ENTRYPOINT ["node", "--expose-gc", "--max-semi-space-size=16", "--heap-growing-percent=25", "bin/sedikit.mjs"]
CMD ["start"]

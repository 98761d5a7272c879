# The bot alone: no embedded Postgres and no development tools, so DATABASE_URL has to be given.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

# The dashboard's page needs the development tools to be built, and none of them to be served.
FROM node:24-bookworm-slim AS page
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node tools/build-dashboard.ts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 HEALTH_PORT=8080
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY . .
COPY --from=page /app/dist/dashboard ./dist/dashboard
USER node
EXPOSE 8080
# Whichever roles a container has, it answers here: with its pages where it has the role web (PORT),
# and otherwise with those about itself alone (HEALTH_PORT).
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: npm would stand between it and SIGTERM.
ENTRYPOINT ["node", "--expose-gc", "--max-semi-space-size=16", "--heap-growing-percent=25", "bin/sedikit.mjs"]
CMD ["start"]

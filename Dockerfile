# Accord: consent screen and authorization server. Build: docker build -t accord .
FROM node:24-bookworm-slim AS build
WORKDIR /accord
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run --silent build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /accord
COPY --from=build /accord/.next/standalone ./
COPY --from=build /accord/.next/static ./.next/static
COPY --from=build /accord/public ./public
COPY --from=build /accord/server.js ./server.js
COPY --from=build /accord/server ./server
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "server.js"]

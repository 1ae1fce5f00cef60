FROM node:22 AS build
WORKDIR /home/node/app
COPY package*.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci

FROM node:22-slim
WORKDIR /home/node/app
RUN chown node:node .
USER node
COPY --from=build --chown=node /home/node/app/node_modules /home/node/app/node_modules
COPY --chown=node:node . .
CMD ["node", "server.js"]

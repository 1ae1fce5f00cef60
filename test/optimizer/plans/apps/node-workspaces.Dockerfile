FROM node:22
WORKDIR /app
COPY package-lock.json package.json ./
COPY packages/api/package.json ./packages/api/
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
CMD ["node", "packages/api/server.js"]

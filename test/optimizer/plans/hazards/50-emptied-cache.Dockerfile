FROM node:22
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci && npm cache clean --force
COPY . .
CMD ["node", "server.js"]

FROM node:22
WORKDIR /app
ONBUILD COPY package.json .
ONBUILD RUN npm install

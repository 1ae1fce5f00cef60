FROM debian:trixie
RUN apt-get update && apt-get install -y build-essential && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN make install && ldconfig
RUN gcc -o /usr/local/bin/app app.c
CMD ["app"]

FROM gcc:15
WORKDIR /src
COPY . .
RUN g++ -O2 -o /usr/local/bin/greet greet.cpp
CMD ["greet"]

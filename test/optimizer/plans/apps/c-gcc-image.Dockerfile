FROM gcc:15
COPY . /src
WORKDIR /src
RUN g++ -O2 -o greet greet.cpp
CMD ["./greet"]

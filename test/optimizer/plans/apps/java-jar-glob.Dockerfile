FROM maven:3.9-eclipse-temurin-17 AS build
COPY . /build
WORKDIR /build
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn -q package
RUN cp target/*.jar /app.jar

FROM gcr.io/distroless/java17-debian13:nonroot
WORKDIR /build
COPY --from=build /app.jar /app.jar
ENTRYPOINT ["java", "-jar", "/app.jar"]

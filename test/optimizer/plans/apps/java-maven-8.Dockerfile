FROM maven:3-eclipse-temurin-8 AS build
WORKDIR /app
COPY pom.xml .
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn dependency:go-offline
COPY src ./src
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn package -DskipTests

FROM eclipse-temurin:8-jre
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app
WORKDIR /app
COPY --from=build /app/target/orders-1.4.0.jar /app/app.jar
USER 10001:10001
ENTRYPOINT ["java", "-Xmx256m", "-jar", "/app/app.jar"]

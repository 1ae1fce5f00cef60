FROM maven:3.9-eclipse-temurin-21 AS base
WORKDIR /app
COPY pom.xml .
RUN mvn -B dependency:resolve
COPY src src

FROM base AS development
CMD ["mvn", "spring-boot:run"]

FROM base AS build
RUN mvn -B package

FROM gcr.io/distroless/java21-debian13:nonroot
WORKDIR /
COPY --from=build /app/target/shop-*.jar /shop.jar
EXPOSE 8080
# The entrypoint of the image is java -jar, which would come before the command.
ENTRYPOINT []
CMD ["java", "-jar", "/shop.jar"]

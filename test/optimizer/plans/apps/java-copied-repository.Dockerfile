FROM maven:3.9-eclipse-temurin-21 AS dependencies
WORKDIR /src
COPY pom.xml .
RUN mvn -B dependency:go-offline

FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY --from=dependencies /root/.m2 /root/.m2
COPY . .
RUN mvn -B -o package

FROM tomcat:10.1-jre21
COPY --from=build /src/target/shop-1.0.jar /usr/local/tomcat/lib/

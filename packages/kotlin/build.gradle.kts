plugins {
    kotlin("jvm") version "2.2.0"
    `java-library`
}

group = "loyalty"
version = "0.1.0"

dependencies {
    api("com.google.code.gson:gson:2.10")
    // What the generated bindings stand on.
    implementation("net.java.dev.jna:jna:5.14.0")
}

kotlin {
    jvmToolchain(17)
}

# frozen_string_literal: true

Gem::Specification.new do |spec|
  spec.name = "loyalty"
  spec.version = "0.1.0"
  spec.summary = "Customer and loyalty-account management, built like a ledger."
  spec.authors = ["The loyalty developers"]
  spec.licenses = ["MIT", "Apache-2.0"]
  spec.required_ruby_version = ">= 3.1"
  spec.files = Dir["lib/**/*.rb", "README.md"]
  # What the generated bindings stand on.
  spec.add_dependency "ffi", "~> 1.15"
end

# frozen_string_literal: true

require_relative "loyalty/runtime"
require_relative "loyalty/generated"
require_relative "loyalty/engine"

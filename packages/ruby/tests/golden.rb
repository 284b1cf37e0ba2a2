# frozen_string_literal: true

# Replays the scripts of the golden stories; every answer must be as written, byte by byte.
#
#     ruby golden.rb <folder> target/golden/*.txt      over SQLite, one new file of the folder for each story

require "loyalty"

# The secrets of the shop in every story.
SECRETS = [{ id: "golden", key: "not a secret at all, but long enough to be one" }].freeze

folder, *scripts = ARGV
answers = wrong = 0
scripts.each do |script|
  story = File.basename(script, ".txt")
  engine = Loyalty::Engine.open({ storage: "sqlite:#{folder}/#{story}.db", secrets: SECRETS })
  File.read(script, encoding: "UTF-8").split("\n").each_slice(3).with_index(1) do |(request, context, wanted), number|
    answers += 1
    answer = engine.execute(request, context)
    next if answer.b == wanted.b

    wrong += 1
    puts "#{story}, request #{number}: #{request}\n  wanted #{wanted}\n  got    #{answer}"
  end
  engine.close
end
puts "#{answers} answers of #{scripts.size} stories, #{wrong} wrong"
exit(answers.positive? && wrong.zero?)

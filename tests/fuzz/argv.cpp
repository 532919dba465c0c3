// SPDX-License-Identifier: MIT
// Command lines, their arguments apart by NUL: understood, or refused as a usage error.
#include "fuzz_target.hpp"

#include "mend/cli/command_line.hpp"
#include "mend/cli/errors.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mend;
  std::vector<std::string> arguments(1);
  for (const char c : text_of_input(data, size)) {
    if (c == '\0') {
      arguments.emplace_back();
    } else {
      arguments.back() += c;
    }
  }
  try {
    const ScannedLine line = scan_command_line(arguments);
    if (line.command == nullptr) return 0;
    const Arguments parsed = parse_arguments(*line.command, line.tokens);
    std::size_t words = 0;
    for (const Token& token : line.tokens) {
      if (token.kind != Token::Kind::word && token.kind != Token::Kind::literal) continue;
      require(words < parsed.words().size() && parsed.words()[words] == token.text);
      ++words;
    }
    require(words == parsed.words().size());
  } catch (const Stop& stop) {
    require(stop.code() == exit_usage && !stop.diagnostic().what.empty());
  }
  return 0;
}

// SPDX-License-Identifier: MIT
// Runs a fuzz target without libFuzzer: over every file of a corpus, and over inputs made from them
// with a fixed seed, the same ones each time.
//
//   fuzz_month CORPUS [COUNT]
#include "fuzz_target.hpp"

#include "support/random.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

namespace mend {
namespace {

std::vector<std::string> read_corpus(const char* folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<std::string> corpus;
  for (const auto& path : paths) {
    std::ifstream file{path, std::ios::binary};
    corpus.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
  }
  return corpus;
}

// A stretch of one input in the place of a stretch of another, or one byte changed.
std::string mutated(const std::vector<std::string>& corpus, Random& random) {
  std::string input = random.pick(corpus);
  for (std::size_t i = random.below(4) + 1; i > 0; --i) {
    const std::string& other = random.pick(corpus);
    const std::size_t at = random.below(input.size() + 1);
    const std::size_t from = random.below(other.size() + 1);
    if (random.one_in(2)) {
      input.insert(at, 1, static_cast<char>(random.below(256)));
    } else {
      input.replace(at, random.below(24), other, from, random.below(24));
    }
  }
  return input;
}

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace
}  // namespace mend

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: " << argv[0] << " CORPUS [COUNT]\n";
    return 2;
  }
  const std::vector<std::string> corpus = mend::read_corpus(argv[1]);
  if (corpus.empty()) {
    std::cerr << "no inputs in " << argv[1] << "\n";
    return 1;
  }
  for (const std::string& input : corpus) mend::run(input);
  mend::Random random{1};
  const long count = argc > 2 ? std::atol(argv[2]) : 0;
  for (long i = 0; i < count; ++i) mend::run(mend::mutated(corpus, random));
  std::cout << corpus.size() << " inputs and " << count << " made from them\n";
  return 0;
}

// SPDX-License-Identifier: MIT
#include "scene.hpp"

#include "mend/cli/errors.hpp"

namespace mend {
namespace {

// Of what is on the line, all that says which journal is meant and who looks on.
Arguments arguments_of(const TypedLine& line) {
  Arguments arguments;
  const auto journals = line.values_of("--journal");
  if (!journals.empty()) arguments.set("journal", {std::string{journals.back()}});
  if (line.has("--discreet")) arguments.set("discreet", {});
  return arguments;
}

}  // namespace

Scene::Scene(const Environment& environment, const std::vector<std::string>& words)
    : environment_(environment), line_(read_typed_line(words)), candidates_(line_.typed) {}

Context* Scene::context() {
  if (!has_tried_) {
    has_tried_ = true;
    try {
      context_.emplace(environment_, arguments_of(line_));
    } catch (const Stop&) {
      context_.reset();
    }
  }
  return context_ ? &*context_ : nullptr;
}

bool Scene::is_open() {
  return context() != nullptr && context()->discretion() == Discretion::off;
}

}  // namespace mend

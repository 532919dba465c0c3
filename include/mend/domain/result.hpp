// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace mend {

// What is wrong, where, why, and what to do next. Lines and columns count from 1, columns in code
// points; 0 means unknown. The texts may hold bytes from a file: make them harmless to show them.
struct Diagnostic {
  std::string what;
  std::string file;
  int line = 0;
  int column = 0;
  std::string hint;
};

// The answer of a function that judges ordinary input: a value, or what is wrong with the input.
template <typename T>
class Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(Diagnostic diagnostic) : content_(std::move(diagnostic)) {}

  explicit operator bool() const { return content_.index() == 0; }
  const T& operator*() const { return std::get<0>(content_); }
  T& operator*() { return std::get<0>(content_); }
  const T* operator->() const { return &std::get<0>(content_); }
  T* operator->() { return &std::get<0>(content_); }
  const Diagnostic& error() const { return std::get<1>(content_); }

 private:
  std::variant<T, Diagnostic> content_;
};

}  // namespace mend

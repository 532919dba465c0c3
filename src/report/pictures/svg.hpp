// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/pictures.hpp"

#include <string>
#include <string_view>

namespace mend {

// An SVG document under construction. Numbers are whole pixels of its view box or tenths of them.
class Svg {
 public:
  // `title` and `description` are what a screen reader says; `id` is its own in the document.
  Svg(int width, int height, std::string_view id, std::string_view title,
      std::string_view description, Picture picture);

  // What is drawn until `end_group` says `title` when pointed at.
  void begin_group(std::string_view title);
  void end_group() { body_ += "</g>"; }

  void text(double x, double y, std::string_view cls, std::string_view text);
  void rect(double x, double y, double width, double height, std::string_view cls);
  void circle(double x, double y, double radius, std::string_view cls);
  void line(double x1, double y1, double x2, double y2, std::string_view cls);
  void path(std::string_view data, std::string_view cls);

  std::string finish();

  // A coordinate with one decimal at most, in no locale.
  static std::string number(double value);

 private:
  std::string body_;
};

}  // namespace mend

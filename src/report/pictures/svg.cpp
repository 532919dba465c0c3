// SPDX-License-Identifier: MIT
#include "svg.hpp"

#include "mend/text/markup.hpp"

#include <cmath>

namespace mend {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string{name} + "=\"" + std::string{value} + "\"";
}

std::string attribute(std::string_view name, double value) {
  return attribute(name, Svg::number(value));
}

}  // namespace

std::string Svg::number(double value) {
  const auto tenths = std::lround(value * 10);
  const long whole = std::labs(tenths) / 10;
  const long rest = std::labs(tenths) % 10;
  std::string text = (tenths < 0 ? "-" : "") + std::to_string(whole);
  return rest == 0 ? text : text + "." + std::to_string(rest);
}

Svg::Svg(int width, int height, std::string_view id, std::string_view title,
         std::string_view description, Picture picture) {
  const std::string name{id};
  body_ = "<svg";
  if (picture == Picture::alone) body_ += " xmlns=\"http://www.w3.org/2000/svg\"";
  body_ += attribute("viewBox", "0 0 " + std::to_string(width) + " " + std::to_string(height)) +
           attribute("width", width) + attribute("height", height) + attribute("role", "img") +
           attribute("aria-labelledby", name + "-title " + name + "-desc") + ">";
  body_ += "<title" + attribute("id", name + "-title") + ">" + html_escaped(title) + "</title>" +
           "<desc" + attribute("id", name + "-desc") + ">" + html_escaped(description) + "</desc>";
  if (picture == Picture::alone) {
    body_ += "<style>" + std::string{picture_style} + "</style>";
    rect(0, 0, width, height, "paper");
  }
  body_ += "\n";
}

void Svg::begin_group(std::string_view title) {
  body_ += "<g><title>" + html_escaped(title) + "</title>";
}

void Svg::text(double x, double y, std::string_view cls, std::string_view text) {
  body_ += "<text" + attribute("x", x) + attribute("y", y) + attribute("class", cls) + ">" +
           html_escaped(text) + "</text>\n";
}

void Svg::rect(double x, double y, double width, double height, std::string_view cls) {
  body_ += "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", width) +
           attribute("height", height) + attribute("class", cls) + "/>";
}

void Svg::circle(double x, double y, double radius, std::string_view cls) {
  body_ += "<circle" + attribute("cx", x) + attribute("cy", y) + attribute("r", radius) +
           attribute("class", cls) + "/>";
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view cls) {
  body_ += "<line" + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) +
           attribute("y2", y2) + attribute("class", cls) + "/>";
}

void Svg::path(std::string_view data, std::string_view cls) {
  body_ += "<path" + attribute("d", data) + attribute("class", cls) + "/>\n";
}

std::string Svg::finish() { return std::move(body_) + "</svg>\n"; }

}  // namespace mend

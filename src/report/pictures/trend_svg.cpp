// SPDX-License-Identifier: MIT
#include "mend/report/pictures.hpp"
#include "svg.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr int trend_width = 340;
constexpr int trend_height = 132;
constexpr double trend_left = 26;
constexpr double trend_right = 328;
constexpr double trend_top = 26;
constexpr double trend_bottom = 108;

std::string day_label(Day day, bool is_by_months) {
  const CivilDate civil = civil_of(day);
  const std::string month{short_month_name(civil.month)};
  if (is_by_months) return month + " " + std::to_string(civil.year);
  return std::to_string(civil.day) + " " + month;
}

class Trend {
 public:
  Trend(const StepReport& step, DayRange span)
      : points_(step.trend),
        span_(span),
        is_by_months_(is_by_months(step.trend)),
        most_(is_by_months_ ? 31 : 7),
        svg_(trend_width, trend_height, "trend-" + std::string{key_of(step.step)},
             std::string{key_of(step.step)} + ", days kept", description(), Picture::inside) {}

  std::string draw() {
    draw_band();
    draw_axes();
    draw_asked();
    draw_kept();
    return svg_.finish();
  }

 private:
  std::string description() const {
    std::string text = is_by_months_ ? "Days kept each month" : "Days kept each week";
    text += " from " + day_label(points_.front().days.first, is_by_months_) + " on: ";
    for (const KeptOfAsked& point : points_) {
      if (&point != &points_.front()) text += ", ";
      text += std::to_string(point.days_kept);
    }
    return text + ".";
  }

  double x_of(std::size_t point) const {
    if (points_.size() == 1) return (trend_left + trend_right) / 2;
    return trend_left + (trend_right - trend_left) * static_cast<double>(point) / static_cast<double>(points_.size() - 1);
  }

  double y_of(int days) const {
    return trend_bottom - (trend_bottom - trend_top) * std::min(days, most_) / most_;
  }

  // Where the line begins before the report's own days.
  void draw_band() {
    if (points_.size() < 2 || points_.front().days.last >= span_.first) return;
    std::size_t first = 0;
    while (first + 1 < points_.size() && points_[first].days.last < span_.first) ++first;
    const double half = (x_of(1) - x_of(0)) / 2;
    const double begin = x_of(first) - half;
    svg_.rect(begin, trend_top - 4, trend_right + 4 - begin, trend_bottom - trend_top + 4, "band");
  }

  void draw_axes() {
    svg_.text(0, 12, "label", is_by_months_ ? "days a month" : "days a week");
    for (const int days : {0, most_}) {
      svg_.line(trend_left, y_of(days), trend_right, y_of(days), "axis");
      svg_.text(trend_left - 6, y_of(days) + 4, "label end", std::to_string(days));
    }
    svg_.text(trend_left, trend_height - 8, "label", day_label(points_.front().days.first, is_by_months_));
    if (points_.size() < 2) return;
    svg_.text(trend_right, trend_height - 8, "label end", day_label(points_.back().days.first, is_by_months_));
  }

  void draw_asked() {
    std::string data;
    bool is_down = false;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (!points_[i].asked) {
        is_down = false;
        continue;
      }
      data += (is_down ? " L" : " M") + Svg::number(x_of(i)) + " " + Svg::number(y_of(*points_[i].asked));
      is_down = true;
    }
    if (!data.empty()) svg_.path(data.substr(1), "asked");
  }

  void draw_kept() {
    std::string data;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      data += (i == 0 ? "M" : " L") + Svg::number(x_of(i)) + " " + Svg::number(y_of(points_[i].days_kept));
    }
    svg_.path(data, "line");
    for (std::size_t i = 0; i < points_.size(); ++i) {
      svg_.begin_group(day_label(points_[i].days.first, is_by_months_) + ": " +
                       std::to_string(points_[i].days_kept));
      svg_.circle(x_of(i), y_of(points_[i].days_kept), points_.size() > 40 ? 1.5 : 2.5, "point");
      svg_.end_group();
    }
  }

  const std::vector<KeptOfAsked>& points_;
  DayRange span_;
  bool is_by_months_;
  int most_;
  Svg svg_;
};

}  // namespace

bool is_by_months(const std::vector<KeptOfAsked>& trend) {
  return trend.front().days.last - trend.front().days.first > 6;
}

std::string trend_svg(const StepReport& step, DayRange span) { return Trend{step, span}.draw(); }

}  // namespace mend

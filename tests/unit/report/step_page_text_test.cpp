// SPDX-License-Identifier: MIT
#include "mend/report/text.hpp"

#include "days_of.hpp"
#include "lines_of.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

const Day text_sunday = iso("2026-11-22");
constexpr std::size_t page_widths[] = {40, 41, 47, 48, 64, 80, 100, 200};

StepRow page_row(const StepDays& days, const Cadence& cadence) {
  StepRow row;
  row.cadence = cadence;
  row.day = days.today();
  row.today = days.state(days.today());
  row.streak = read_streak(days, cadence, JournalSettings{});
  return row;
}

std::string text_of_days(std::string_view letters, const Style& style,
                         std::string_view cadence = "daily", Day today = text_sunday) {
  const StepDays days = days_of(letters, today);
  return step_page_text(read_step_page(days, *parse_cadence(cadence), JournalSettings{}),
                        page_row(days, *parse_cadence(cadence)), style);
}

TEST_CASE("a page shows the last weeks, the weekdays, the total and the chapters") {
  const std::string letters = "KKKKKKK KKKKKKQ KKKBKKQ KKXKKKQ KKKKKKO";
  CHECK(text_of_days(letters, plain_style(80)) ==
        "\n"
        "    Oct           Nov\n"
        "    MTWTFSS MTWTFSS MTWTFSS MTWTFSS MTWTFSS\n"
        "    ●●●●●●● ●●●●●●· ●●●●●●· ●●–●●●· ●●●●●●○\n"
        "\n"
        "    ● kept  – rest  · quiet  ○ open\n"
        "\n"
        "    Two quiet days close together: counting from Mon 9 Nov. The best so far is\n"
        "    17.\n"
        "    Less often on Sundays.\n"
        "    Kept on 30 days since Mon 19 Oct, last yesterday.\n"
        "\n"
        "Chapters\n"
        "    Best in this chapter 11; in the one before 17.\n"
        "    since Fri 6 Nov          13 days kept, best 11 days, 1 quiet between\n"
        "    Mon 19 Oct to Thu 5 Nov  17 days kept, best 17 days, 1 quiet between\n");
}

TEST_CASE("a weekly step shows what each week got of what it asked for") {
  const std::string page =
      text_of_days("KQQQQQQ QQQQQQQ XXXXXXX KKO", plain_style(80, Charset::ascii), "1/week",
                   iso("2026-11-18"));
  CHECK(page ==
        "\n"
        "    Oct   Nov\n"
        "    MTWTFSS MTWTFSS MTWTFSS MTWTFSS\n"
        "    *...... ....... ------- **o\n"
        "    done    quiet   rest    done\n"
        "\n"
        "    * kept  - rest  . quiet  o open\n"
        "\n"
        "    Kept on 3 days since Mon 26 Oct, last yesterday.\n");
}

TEST_CASE("a month that begins at the very end still has its name") {
  const auto lines =
      lines_of(text_of_days("KKKKKKK KKKKKKK", plain_style(40), "daily", iso("2026-11-01")));
  CHECK(lines[1] == "    Oct         Nov");
}

TEST_CASE("a page on the day of a breach") {
  const std::string page = text_of_days("KKKB", plain_style(80));
  CHECK(page.find("    A new chapter begins tomorrow. Best in the one before: 4 days.\n") != std::string::npos);
  CHECK(lines_of(page).back() == "    Thu 19 Nov to Sun 22 Nov  4 days kept, best 4 days");
}

TEST_CASE("the total in plain words") {
  const auto total = [](std::string_view letters) {
    return lines_of(text_of_days(letters, plain_style(80))).back();
  };
  CHECK(total("KQQ") == "    Kept once, on Fri 20 Nov.");
  CHECK(total("KQK") == "    Kept on 2 days since Fri 20 Nov, last today.");
  CHECK(total("KKO") == "    Kept on 2 days since Fri 20 Nov, last yesterday.");
  CHECK(total("KKXX") == "    Kept on 2 days since Thu 19 Nov, last on Fri 20 Nov.");
}

TEST_CASE("where nothing was kept there is no page of quiet days") {
  CHECK(text_of_days("QQQQQQQQQQO", plain_style(80)).empty());
}

TEST_CASE("a page fits every width, in ASCII too") {
  std::string letters;
  for (int i = 0; i < 40; ++i) letters += i % 9 == 4 ? "KKQBQQK" : "KQKXKKQ";
  for (const std::string_view cadence :
       {"daily", "3/week", "weekdays", "10/month", "every 3d", "as-needed"}) {
    for (const std::size_t width : page_widths) {
      CAPTURE(cadence);
      CAPTURE(width);
      const std::string page = text_of_days(letters, plain_style(width), cadence);
      CHECK(widest_line(page) <= width);
      CHECK_FALSE(has_trailing_space(page));
      CHECK(is_ascii(text_of_days(letters, plain_style(width, Charset::ascii), cadence)));
    }
  }
}

TEST_CASE("colour is only on top") {
  Style style = plain_style(80);
  const std::string plain = text_of_days("KKKBKXQO", style);
  style.color = Color::on;
  std::string painted = text_of_days("KKKBKXQO", style);
  CHECK(painted != plain);
  for (auto at = painted.find('\x1b'); at != std::string::npos; at = painted.find('\x1b')) {
    painted.erase(at, painted.find('m', at) - at + 1);
  }
  CHECK(painted == plain);
}

}  // namespace
TEST_CASE("slips and lapses stand beside the days, the newest of many") {
  const StepDays days = days_of("KKKKO", text_sunday);
  StepPage page = read_step_page(days, *parse_cadence("daily"), JournalSettings{});
  const StepRow row = page_row(days, *parse_cadence("daily"));
  const std::string without = step_page_text(page, row, plain_style(80));
  CHECK(without.find("Setbacks") == std::string::npos);
  page.beside = {{iso("2026-11-19"), Severity::slip}, {iso("2026-11-21"), Severity::lapse}};
  CHECK(step_page_text(page, row, plain_style(80)) ==
        without + "    Setbacks in these weeks: slip Thu 19 Nov, lapse Sat 21 Nov.\n");
  page.beside = std::vector<Beside>(9, {iso("2026-11-19"), Severity::slip});
  CHECK(step_page_text(page, row, plain_style(200)).find("slip Thu 19 Nov, and 3 before.") !=
        std::string::npos);
}

TEST_CASE("setbacks of weeks that do not fit beside one another are not told of") {
  const StepDays days = days_of("KKKKKKK KKKKKKK KKKKKKK KKKKKKK KKKKKKK KKKKKKK KKKKKKO", text_sunday);
  StepPage page = read_step_page(days, *parse_cadence("daily"), JournalSettings{});
  page.beside = {{iso("2026-10-15"), Severity::slip}, {iso("2026-11-19"), Severity::slip}};
  const StepRow row = page_row(days, *parse_cadence("daily"));
  CHECK(step_page_text(page, row, plain_style(80)).find("slip Thu 15 Oct, slip Thu 19 Nov.") !=
        std::string::npos);
  const std::string narrow = step_page_text(page, row, plain_style(40));
  CHECK(narrow.find("15 Oct") == std::string::npos);
  CHECK(narrow.find("Setbacks in these weeks: slip") != std::string::npos);
}

TEST_CASE("a page says why a streak is shorter than it was") {
  const auto has = [](std::string_view letters, std::string_view words) {
    return text_of_days(letters, plain_style(200)).find(words) != std::string::npos;
  };
  CHECK(has("KKKKKKKKQKKKKKQKO",
            "Two quiet days close together: counting from Sun 15 Nov. The best so far is 13."));
  CHECK(has("KKKKKKKKQQO", "Two quiet days close together. The best so far is 8."));
  CHECK(has("KKKQQKKKKKO", "Two quiet days close together: counting from Tue 17 Nov."));
  CHECK_FALSE(has("KKKQQKKKKKO", "The best so far"));
  CHECK_FALSE(has("KKKKQQQQQQQQQO", "Two quiet"));
  CHECK_FALSE(has("KKKKKKKKQKKKKKKQKO", "Two quiet"));
}

}  // namespace mend

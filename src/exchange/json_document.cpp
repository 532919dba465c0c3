// SPDX-License-Identifier: MIT
#include "json_document.hpp"

#include "mend/text/utf8.hpp"

#include <nlohmann/json.hpp>

#include <iterator>
#include <limits>

namespace mend {
namespace {

using Json = nlohmann::json;

constexpr std::size_t deepest = 64;
constexpr std::size_t most_values = 4'000'000;

// Where the parser has read to. It reads a token to its end before it tells of it.
struct Cursor {
  int line = 1;
  int column = 1;  // of the next character, in code points
};

// Walks through the text and counts its lines.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Cursor* cursor) : at_(at), cursor_(cursor) {}

  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    if (*at_ == '\n') {
      ++cursor_->line;
      cursor_->column = 1;
    } else if (!continues_character(*at_)) {
      ++cursor_->column;
    }
    ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  Cursor* cursor_;
};

// Builds values as the parser meets them, so that nothing is ever held twice. The parser itself
// does not recurse.
class Builder final : public nlohmann::json_sax<Json> {
 public:
  Builder(const std::string& file, const Cursor& cursor) : file_(file), cursor_(cursor) {}

  bool null() override {
    if (is_in_list()) return refuse("a list has a null in it");
    return count();
  }
  bool boolean(bool answer) override { return put({answer}); }
  bool number_integer(number_integer_t number) override { return put({number}); }
  bool number_unsigned(number_unsigned_t number) override {
    if (number > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
      return refuse("a number is larger than any that is read");
    }
    return put({static_cast<std::int64_t>(number)});
  }
  bool number_float(number_float_t number, const string_t&) override { return put({number}); }
  bool string(string_t& text) override { return put({std::move(text)}); }
  bool binary(binary_t&) override { return refuse("this is not a text"); }

  bool start_object(std::size_t) override {
    const RowPlace place{file_, cursor_.line, cursor_.column - 1};
    if (is_entry()) entry_place_ = place;
    if (open_.size() == 1 && key_ == "settings") document_.settings_place = place;
    if (is_own_action()) document_.action_places.push_back(place);
    return open({Attributes{}});
  }
  bool start_array(std::size_t) override { return open({Values{}}); }
  bool key(string_t& name) override {
    key_ = std::move(name);
    const auto& members = std::get<Attributes>(open_.back().value.content);
    if (find_value(members, key_) != nullptr) return refuse("an object has the same key twice");
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
    return refuse("this is not JSON from here on");
  }

  Result<JsonDocument> finish() {
    if (refusal_) return *refusal_;
    return std::move(document_);
  }

 private:
  struct Open {
    std::string key;  // in the object around it
    Value value;
  };

  bool refuse(std::string what) {
    if (!refusal_) refusal_ = Diagnostic{std::move(what), file_, cursor_.line, cursor_.column, {}};
    return false;
  }

  bool count() { return ++count_ <= most_values || refuse("this has more values than any journal"); }

  bool is_in_list() const {
    return !open_.empty() && std::holds_alternative<Values>(open_.back().value.content);
  }

  // Is what begins now an element of the list `entries` of the whole object?
  bool is_entry() const { return open_.size() == 2 && is_in_list() && open_.back().key == "entries"; }

  bool is_own_action() const {
    return open_.size() == 3 && is_in_list() && open_[2].key == "action" &&
           open_[1].key == "settings";
  }

  bool open(Value value) {
    if (open_.empty() && !std::holds_alternative<Attributes>(value.content)) {
      return refuse("the file has to be one object in braces");
    }
    if (open_.size() == deepest) return refuse("this is nested deeper than any journal");
    open_.push_back({key_, std::move(value)});
    return count();
  }

  bool close() {
    Open closed = std::move(open_.back());
    open_.pop_back();
    if (open_.empty()) {
      document_.root = std::move(std::get<Attributes>(closed.value.content));
      return true;
    }
    const bool is_object = std::holds_alternative<Attributes>(closed.value.content);
    if (is_object && is_entry()) {
      document_.entries.push_back(
          {std::move(std::get<Attributes>(closed.value.content)), entry_place_});
      return true;
    }
    key_ = std::move(closed.key);
    return put(std::move(closed.value), false);
  }

  bool put(Value value, bool is_new = true) {
    if (is_new && !count()) return false;
    if (open_.empty()) return refuse("the file has to be one object in braces");
    if (is_entry()) return refuse("an entry has to be an object in braces");
    Value& around = open_.back().value;
    if (auto* const members = std::get_if<Attributes>(&around.content)) {
      members->push_back({key_, std::move(value)});
    } else {
      std::get<Values>(around.content).push_back(std::move(value));
    }
    return true;
  }

  const std::string& file_;
  const Cursor& cursor_;
  std::vector<Open> open_;
  std::string key_;
  RowPlace entry_place_;
  std::size_t count_ = 0;
  JsonDocument document_;
  std::optional<Diagnostic> refusal_;
};

}  // namespace

Result<JsonDocument> read_json_document(const ImportFile& file) {
  Cursor cursor;
  const char* const begin = file.bytes.data();
  Builder builder{file.name, cursor};
  Json::sax_parse(CountingIterator{begin, &cursor},
                  CountingIterator{begin + file.bytes.size(), &cursor}, &builder);
  return builder.finish();
}

}  // namespace mend

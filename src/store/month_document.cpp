// SPDX-License-Identifier: MIT
#include "mend/store/month_document.hpp"

#include "entry_reader.hpp"
#include "misnamed_entries.hpp"
#include "mend/text/utf8.hpp"
#include "toml.hpp"

#include <algorithm>
#include <optional>

namespace mend {
namespace {

Diagnostic damage_at(std::string what, const std::string& file, toml::source_position position,
                     int line_offset) {
  return {std::move(what), file, static_cast<int>(position.line) + line_offset,
          static_cast<int>(position.column), {}};
}

// Collects what a file or pieces of it hold.
class ContentReader {
 public:
  ContentReader(const std::string& file, const WantsWords& wants_words)
      : file_(file), wants_words_(wants_words) {}

  void read_root(const toml::table& root, std::string_view source, int line_offset) {
    if (auto damage = check_format(root, file_, line_offset)) {
      content_.damage.push_back(std::move(*damage));
      is_refused_ = true;
      return;
    }
    add_misnamed_entries(root, file_, line_offset, content_.damage);
    const toml::node* const entries = root.get("entry");
    if (entries == nullptr) return;
    const auto* const array = entries->as_array();
    if (array == nullptr) {
      report("'entry' has to be written as [[entry]]", *entries, line_offset);
      return;
    }
    std::optional<AttributeReader> attributes;
    for (const toml::node& node : *array) {
      const std::size_t index = entry_count_++;
      const auto* const table = node.as_table();
      if (table == nullptr) {
        report("an entry has to be written as [[entry]]", node, line_offset);
        continue;
      }
      Result<Entry> entry = read_entry(*table, file_, line_offset);
      if (!entry) {
        content_.damage.push_back(entry.error());
        continue;
      }
      entry->place.index = index;
      entry->line = static_cast<int>(table->source().begin.line) + line_offset;
      entry->column = static_cast<int>(table->source().begin.column);
      if (wants_words_(*entry)) {
        if (!attributes) attributes.emplace(source);
        entry->keys = attributes->read(*table);
      }
      content_.entries.push_back(std::move(*entry));
    }
  }

  // A piece that is not TOML by itself may have swallowed the entries behind it.
  void read_pieces(std::string_view bytes, const std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i < pieces.size() && !is_refused_; ++i) {
      const Piece& piece = pieces[i];
      if (piece.kind == Piece::Kind::conflict) {
        report_conflict(bytes, piece);
        continue;
      }
      if (is_torn(bytes, pieces, i)) {
        report_torn(piece);
        continue;
      }
      if (read_piece(bytes, piece)) continue;
      const auto parts = split_by_lines(bytes, piece);
      for (const Piece& part : parts) {
        if (parts.size() > 1 && read_piece(bytes, part)) continue;
        report_piece(bytes, part);
        if (part.kind == Piece::Kind::entry) ++entry_count_;
      }
    }
  }

  MonthContent take() { return std::move(content_); }

 private:
  void report(std::string what, const toml::node& node, int line_offset) {
    content_.damage.push_back(
        damage_at(std::move(what), file_, node.source().begin, line_offset));
  }

  // The keys that follow a conflict's line belong to the entry above: which of them hold is not ours
  // to say.
  static bool is_torn(std::string_view bytes, const std::vector<Piece>& pieces, std::size_t index) {
    for (std::size_t i = index + 1;
         i < pieces.size() && pieces[i].kind == Piece::Kind::conflict; ++i) {
      const auto text = bytes.substr(pieces[i].begin, pieces[i].end - pieces[i].begin);
      const auto newline = text.find('\n');
      if (newline == std::string_view::npos) continue;
      if (text.find_first_not_of(" \t\r\n", newline) != std::string_view::npos) return true;
    }
    return false;
  }

  void report_torn(const Piece& piece) {
    content_.damage.push_back(
        {"a git conflict runs through this entry", file_, piece.line, 1, {}});
    if (piece.kind == Piece::Kind::entry) ++entry_count_;
  }

  void report_conflict(std::string_view bytes, const Piece& piece) {
    const char first = bytes[piece.begin];
    const std::string what = first == '<'   ? "a git conflict begins here; both sides are shown"
                             : first == '>' ? "a git conflict ends here"
                                            : "the other side of a git conflict begins here";
    content_.damage.push_back({what, file_, piece.line, 1, {}});
  }

  bool read_piece(std::string_view bytes, const Piece& piece) {
    const auto source = bytes.substr(piece.begin, piece.end - piece.begin);
    if (refuse_before_parsing(source, file_)) return false;
    const toml::parse_result result = toml::parse(source);
    if (!result) return false;
    read_root(result.table(), source, piece.line - 1);
    return true;
  }

  void report_piece(std::string_view bytes, const Piece& piece) {
    const auto source = bytes.substr(piece.begin, piece.end - piece.begin);
    if (auto refusal = refuse_before_parsing(source, file_)) {
      refusal->line = piece.line;
      content_.damage.push_back(std::move(*refusal));
      return;
    }
    const toml::parse_result result = toml::parse(source);
    Diagnostic damage = diagnose(result.error(), file_, piece.line - 1);
    // The parser notices a missing quote where the file ends; people need to know where it began.
    if (const auto quote = scan_month(source).unclosed_string) {
      const auto before = source.substr(0, *quote);
      const auto line = before.substr(before.rfind('\n') + 1);
      damage.line = piece.line + static_cast<int>(std::ranges::count(before, '\n'));
      damage.column = 1 + static_cast<int>(std::ranges::count_if(
                              line, [](char c) { return !continues_character(c); }));
      damage.what = "a text begins here and its closing quote is missing";
    }
    content_.damage.push_back(std::move(damage));
  }

  const std::string& file_;
  const WantsWords& wants_words_;
  std::size_t entry_count_ = 0;
  bool is_refused_ = false;  // of a format that is not ours to read
  MonthContent content_;
};

const toml::array* entries_of(const toml::table& root) {
  const toml::node* const entries = root.get("entry");
  return entries == nullptr ? nullptr : entries->as_array();
}

}  // namespace

struct MonthDocument::Parsed {
  std::string bytes;
  std::string name;
  std::vector<Piece> pieces;
  std::optional<toml::table> root;
  std::optional<Diagnostic> refusal;  // why there is no root

  bool is_same(const toml::node& node, const Parsed& other, const toml::node& other_node) const {
    const auto* const table = node.as_table();
    const auto* const other_table = other_node.as_table();
    if (table == nullptr || other_table == nullptr) return false;
    // Ours knows that a NaN has not changed; theirs is quick.
    return *table == *other_table ||
           AttributeReader{bytes}.read(*table) == AttributeReader{other.bytes}.read(*other_table);
  }

  bool has_same_keys(const Parsed& other) const {
    return AttributeReader{bytes}.read(*root, "entry") ==
           AttributeReader{other.bytes}.read(*other.root, "entry");
  }
};

MonthDocument::MonthDocument(std::string bytes, std::string name)
    : parsed_(std::make_unique<Parsed>()) {
  parsed_->bytes = std::move(bytes);
  parsed_->name = std::move(name);
  Scan scan = scan_month(parsed_->bytes);
  parsed_->refusal = refuse_scanned(scan, parsed_->name);
  if (parsed_->refusal) return;
  parsed_->pieces = std::move(scan.pieces);
  toml::parse_result result = toml::parse(parsed_->bytes);
  if (result) {
    parsed_->root = std::move(result).table();
  } else {
    parsed_->refusal = diagnose(result.error(), parsed_->name, 0);
  }
}

MonthDocument::MonthDocument(MonthDocument&&) noexcept = default;
MonthDocument& MonthDocument::operator=(MonthDocument&&) noexcept = default;
MonthDocument::~MonthDocument() = default;

const std::string& MonthDocument::bytes() const { return parsed_->bytes; }

void MonthDocument::keep_bytes_alone() {
  parsed_->root.reset();
  parsed_->pieces = {};
}

const std::vector<Piece>& MonthDocument::pieces() const { return parsed_->pieces; }

std::optional<Diagnostic> MonthDocument::newer_format() const {
  return parsed_->root ? check_newer_format(*parsed_->root, parsed_->name, 0)
                       : find_newer_format(parsed_->bytes, parsed_->name);
}

bool MonthDocument::is_changeable() const {
  return parsed_->root && !check_format(*parsed_->root, parsed_->name, 0);
}

MonthContent MonthDocument::content(const WantsWords& wants_words) const {
  ContentReader reader{parsed_->name, wants_words};
  if (parsed_->root) {
    reader.read_root(*parsed_->root, parsed_->bytes, 0);
    return reader.take();
  }
  reader.read_pieces(parsed_->bytes, parsed_->pieces);
  MonthContent content = reader.take();
  auto newer = find_newer_format(parsed_->bytes, parsed_->name);
  if (newer && std::ranges::find(content.damage, newer->what, &Diagnostic::what) == content.damage.end()) {
    content.damage.insert(content.damage.begin(), *std::move(newer));
  }
  // Each piece may be TOML where the whole is not: one table defined twice, for instance.
  if (content.damage.empty()) content.damage.push_back(*parsed_->refusal);
  return content;
}

std::string MonthDocument::difference_from(const MonthDocument& before,
                                           const std::vector<std::size_t>& removed,
                                           std::size_t added_at,
                                           const std::vector<Attributes>& added) const {
  if (!parsed_->root || !before.parsed_->root) return "it would not be TOML any more";
  if (!parsed_->has_same_keys(*before.parsed_)) return "a key outside the entries would change";
  const toml::array empty;
  const auto* const old_entries = entries_of(*before.parsed_->root);
  const auto* const new_entries = entries_of(*parsed_->root);
  const toml::array& olds = old_entries == nullptr ? empty : *old_entries;
  const toml::array& news = new_entries == nullptr ? empty : *new_entries;
  if (news.size() + removed.size() != olds.size() + added.size()) {
    return "the number of entries would be wrong";
  }
  const AttributeReader attributes{parsed_->bytes};
  std::size_t old_index = 0;
  for (std::size_t i = 0; i < news.size(); ++i) {
    const auto* const table = news[i].as_table();
    if (i >= added_at && i < added_at + added.size()) {
      if (table == nullptr || attributes.read(*table) != added[i - added_at]) {
        return "the new entry would not be what was asked for";
      }
      continue;
    }
    while (std::ranges::find(removed, old_index) != removed.end()) ++old_index;
    if (!parsed_->is_same(news[i], *before.parsed_, olds[old_index])) {
      return "another entry would change";
    }
    ++old_index;
  }
  return {};
}

}  // namespace mend

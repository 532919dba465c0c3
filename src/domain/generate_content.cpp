// SPDX-License-Identifier: MIT
#include "generate_content.hpp"

#include <fstream>
#include <iostream>

namespace mend::content {

void refuse(const toml::node& where, const std::string& what) {
  throw Refusal{where.source().begin.line, what};
}

std::string quoted(std::string_view text) { return "'" + std::string{text} + "'"; }

// Octal escapes end after three digits; \x would take in the letters that follow. A second `?` is
// escaped because compilers warn of trigraphs.
std::string literal(std::string_view text) {
  std::string code = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool again = c == '?' && code.back() == '?';
    if (byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\' || again) {
      code += '\\';
      for (const int shift : {6, 3, 0}) code += static_cast<char>('0' + ((byte >> shift) & 7));
    } else {
      code += c;
    }
  }
  return code + '"';
}

const toml::node& node_in(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (!node) refuse(table, quoted(key) + " is missing");
  return *node;
}

const toml::table& table_with(Keys keys, const toml::node& node) {
  if (!node.is_table()) refuse(node, "this has to be a table");
  for (const auto& [key, value] : *node.as_table()) {
    if (!contains(keys, key.str())) refuse(value, "unknown key " + quoted(key.str()));
  }
  return *node.as_table();
}

bool flag_in(const toml::table& table, std::string_view key) {
  return table.contains(key) && exactly<bool>(node_in(table, key));
}

std::string text_of(const toml::node& node) {
  const auto text = exactly<std::string>(node);
  if (text.empty()) refuse(node, "an empty text");
  if (text.find('\n') != std::string::npos) refuse(node, "a text of more than one line");
  return text;
}

std::string text_in(const toml::table& table, std::string_view key) {
  return literal(text_of(node_in(table, key)));
}

std::string text_if_in(const toml::table& table, std::string_view key) {
  return table.contains(key) ? text_in(table, key) : literal({});
}

std::string new_name(const toml::node& node, char joiner, Names& taken) {
  const std::string name = text_of(node);
  for (const char c : name) {
    if ((c < 'a' || c > 'z') && c != joiner) {
      refuse(node, quoted(name) + " may only have a to z and " + joiner);
    }
  }
  if (!taken.insert(name).second) refuse(node, quoted(name) + " is used twice");
  return literal(name);
}

std::string Arrays::add_texts(const toml::table& table, std::string_view key) {
  return add("std::string_view", table, key,
             [](const toml::node& text) { return literal(text_of(text)); });
}

std::string function(std::string_view type, std::string_view name, const std::string& value) {
  return std::string{type} + " " + std::string{name} + "() { return " + value + "; }\n";
}

std::string source_file(std::string_view header, const std::string& constants,
                        const std::string& functions) {
  return "// Generated; a change belongs in the file of data/ that it is made from.\n#include \"" +
         std::string{header} + "\"\n\nnamespace mend {\nnamespace {\n\n" + constants +
         "\n}  // namespace\n\n" + functions + "\n}  // namespace mend\n";
}

int generate_content(int argc, char** argv, std::string (*generate)(const toml::table& content)) {
  if (argc != 3) {
    std::cerr << "usage: " << argv[0] << " IN.toml OUT.cpp\n";
    return 1;
  }
  const std::string in = argv[1];
  try {
    const std::string code = generate(toml::parse_file(in));
    std::ofstream out{argv[2], std::ios::binary};
    if (out << code << std::flush) return 0;
    std::cerr << argv[2] << ": cannot be written\n";
  } catch (const toml::parse_error& error) {
    std::cerr << in << ':' << error.source().begin.line << ": " << error.description() << '\n';
  } catch (const Refusal& refusal) {
    std::cerr << in << ':' << refusal.line << ": " << refusal.what << '\n';
  }
  return 1;
}

}  // namespace mend::content

#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace reports_test {

/// A workbook on disk, read by another program than wrote it.
class OnDisk {
public:
  explicit OnDisk(const std::string& bytes)
      : file_(std::filesystem::path(testing::TempDir()) /
              (std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) +
               ".xlsx")) {
    std::ofstream(file_, std::ios::binary) << bytes;
  }
  ~OnDisk() { std::filesystem::remove(file_); }
  OnDisk(const OnDisk&) = delete;
  OnDisk& operator=(const OnDisk&) = delete;

  /// The parts that the archive has, or one of them after a check that it is XML.
  std::string names() const { return said("print('\\n'.join(zipfile.ZipFile(f).namelist()))"); }
  std::string part(const std::string& name) const {
    return said("t = zipfile.ZipFile(f).read('" + name +
                "').decode(); xml.dom.minidom.parseString(t); print(t)");
  }

private:
  std::string said(const std::string& script) const {
    const std::string command = "python3 -c \"import sys, zipfile, xml.dom.minidom; f = '" +
                                file_.string() + "'; " + script + "\"";
    FILE* const pipe = popen(command.c_str(), "r");
    std::string out;
    for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe))
      out += static_cast<char>(c);
    EXPECT_EQ(pclose(pipe), 0);
    return out;
  }

  std::filesystem::path file_;
};

}  // namespace reports_test

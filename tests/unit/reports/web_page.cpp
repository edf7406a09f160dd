// The file around a page: nothing of its texts can become markup, script or style.
#include <gmock/gmock.h>

#include <new>

#include "reports/web/html_page.hpp"
#include "reports/web/static_engine.hpp"
#include "tests/little_memory.hpp"

namespace {

using reports::web::HtmlPage;
using testing::HasSubstr;
using testing::Not;

TEST(WebPage, MarkupIsEscaped) {
  EXPECT_EQ(reports::web::escaped_markup("<a href=\"x\" b='y'>&</a>"),
            "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
}

TEST(WebPage, NoDocumentCanEndItsScript) {
  EXPECT_EQ(reports::web::escaped_document(R"({"name":"</script><!--"})"),
            R"({"name":"\u003c/script>\u003c!--"})");
}

TEST(WebPage, NoMarkingCanEndItsStyle) {
  EXPECT_EQ(reports::web::escaped_style("a\"}</style>\\é"),
            "\"a\\22 \\7d \\3c \\2f style\\3e \\5c é\"");
}

TEST(WebPage, ThePolicyNamesExactlyItsScript) {
  HtmlPage page;
  page.title = "</title>";
  page.script = "let a = 1";
  const std::string html = reports::web::to_html(page);
  // printf 'let a = 1' | openssl dgst -sha256 -binary | base64
  EXPECT_THAT(html, HasSubstr("script-src 'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ=';"));
  EXPECT_THAT(html, HasSubstr("<title>&lt;/title&gt;</title>"));
  page.script = "let a = 2";
  EXPECT_THAT(reports::web::to_html(page),
              Not(HasSubstr("LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ=")));
}

TEST(WebPage, AScriptThatThrowsSaysWhy) {
  reports::web::StaticEngine engine;
  try {
    engine.call("renderReport", "{\"schema\": 1");
    FAIL() << "half a document was drawn";
  } catch (const std::logic_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("SyntaxError"));
  }
  EXPECT_THROW(engine.call("noSuchFunction", "{}"), std::logic_error);
}

/// `String` is a function of the language. The engine takes about 8 MB for ours, and some copies of
/// the text.
int drawn_with(std::size_t more) {
  return tests::with_little_memory(more, [] {
    try {
      const std::string text(std::size_t{4} << 20, 'x');
      return reports::web::StaticEngine().call("String", text) == text ? 0 : 2;
    } catch (const std::bad_alloc&) {
      return 1;
    } catch (const std::exception&) {
      return 3;
    }
  });
}

TEST(WebPage, WithoutMemoryIsNoFaultOfTheScript) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "AddressSanitizer reserves more than a limit would leave";
#endif
  std::size_t mb = 1;
  while (drawn_with(mb << 20) == 1 && mb < 256)
    ++mb;
  EXPECT_GT(mb, 4u);
  EXPECT_EQ(drawn_with(mb << 20), 0) << mb << " MB more";
}

}  // namespace

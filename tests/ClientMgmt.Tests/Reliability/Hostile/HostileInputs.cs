using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Texts that have turned one request into another somewhere. The names stand in failures in their place.</summary>
public static class HostileInputs
{
    private static readonly string[] s_texts =
    [
        "", " ", "   ", "\t", "\n", "\u00a0", "\u3000", "\u200b", "\ufeff",
        ".", "..", "...", ". ", ".. ", " ..", "a.", "a..", "a/", "/a", "/", "//", "a//b", "./a", "../a", "a/..", "a/../b", "a/./b",
        "..%2f", "..;", "..;a", "a;b", ";", ";a", "a/..;/b", "../../../../etc/passwd",
        "\\", "..\\", "..\\a", "a\\..\\b", "\\\\host\\share", "a\\b",
        "%2e", "%2e%2e", "%2E%2E", ".%2e", "%252e%252e", "%25252e%25252e", "%2F", "%2f%2e%2e%2f", "%252F", "a%2Fb", "%5c", "%5C..",
        "%u002e%u002e", "%uFF0E", "%c0%ae%c0%ae", "%c0%af", "%e0%80%af", "%00", "a%00b", "%0d%0a", "%0D%0AX-Injected:%201", "%", "%%", "%zz",
        "%1", "%20", "%3F", "%23", "%ff", "%80",
        "?", "a?b=c", "?subject=other", "a?", "#", "a#b", "#/x", "&", "a&b=c", "&subject=other", "&developer=other", "=", "a=b", "+", "a+b",
        "@", "a@b", "user:pass@host", ":", "a:b", "a:80", "//host", "//host/path", "http://host/", "https://host/a?b#c", "javascript:alert(1)",
        "file:///etc/passwd", "data:,x", "~", "*", "a*", "'", "\"", "'\"--", "' OR 1=1 --", "<script>", "${jndi:ldap://x}", "{id}", "{0}",
        "{clientId}", "$(id)", "`id`", "|id", "!", "(a)", "[a]", "[::1]", "^", "null", "undefined", "true", "NaN", "-1", "0", "1e3", "0x10",
        "9223372036854775808", "１７", "١٧",
        "\r\n", "\r", "a\r\nX-Injected: 1", "a\r\n\r\nGET /api/client/delete/1 HTTP/1.1\r\nHost: x\r\n\r\n", "a\nb", "a\rb", "a\tb", "a\vb",
        "\0", "a\0b", "a\0", "\u0001", "\u001b[31mred", "\u007f", "\u0080", "\u0085", "a\u0085b", "\u009f",
        "\u2028", "a\u2029b", "\u202e", "a\u202eb", "\u2066a\u2069", "\u200e", "\u200f", "\u061c", "a\u200db", "\u00ad", "\ufffe", "\uffff",
        "ü", "u\u0308", "😀", "👩\u200d👩\u200d👧", "\U000E0041", "\U0010FFFF", "ß", "İ", "ı", "\u212a", "ﬀ", "日本語",
        "\uff0e", "\uff0e\uff0e", "\u2024", "\u2024\u2024", "\u2025", "\u2026", "\uff0f", "\uff0e\uff0e\uff0f", "\u2215", "\u2044", "\uff3c",
        "\uff05\uff12\uff45", "\uff1f", "\uff03", "\uff20", "\u3002", "\u0130nfo", "ｌｉｓｔ", "ｔｅｎａｎｔ",
        "\ud800", "\udc00", "a\ud800b", "a\udfffb", "\udc00\ud800", "17\ud83d", "\ud83d\ud83d\ude00", "\ufffd",
        "list", "List", "LIST", "list/", "list/a", "a/list", "list%2f", "list;x", "tenant", "TENANT", "Tenant", "tenant/", "a/tenant",
        "tenant;x", "%74enant", "tenant?", "tenant#", "tenant ", "info", "Info", "INFO", "info/", "17/info", "consents", "Consents", "consents/",
        "public/info", "17/regenerate", "get/list", "create", "update", "delete", "revoke", "activation", "lock_flag", "scopes",
        "17/", "17.", "17..", "17%2F..", "17/..", "17/../list", "17;v=1",
        "api/2.0/clients", "/api/2.0/clients", "api/client/delete/17", new string('a', 10_000), new string('.', 10_000),
        string.Concat(Enumerable.Repeat("../", 3_000)), string.Concat(Enumerable.Repeat("%2e", 3_000)),
        string.Concat(Enumerable.Repeat("😀", 2_500)), new string('a', 100_000),
    ];

    public static IReadOnlyList<string> All => s_texts;

    /// <summary>Tries each text; a failure names it.</summary>
    public static void Each(Action<string> test) => EachAsync(text =>
    {
        test(text);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>The same for what has to be awaited.</summary>
    public static async Task EachAsync(Func<string, Task> test)
    {
        foreach (string text in s_texts)
        {
            try
            {
                await test(text);
            }
            catch (AssertionException e)
            {
                throw new AssertionException($"With '{Printable.Text(text)}': {e.Message}", e);
            }
        }
    }
}

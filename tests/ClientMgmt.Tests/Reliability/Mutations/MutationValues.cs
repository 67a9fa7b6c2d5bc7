namespace ClientMgmt.Tests.Reliability;

/// <summary>Values that no specification promises, as JSON or nearly.</summary>
internal static class MutationValues
{
    private static readonly string[] s_json =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1.0", "1.50", "1e3", "1E+3", "1e-7", "0.1", "1e400", "-1e400", "1e-400", "99999999999",
        "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "18446744073709551616",
        "253402300800000", "-62135596800001", "79228162514264337593543950336", "0.12345678901234567890123456789012345", "3.0e0", "17", "\"17\"",
        "\"\"", "\" \"", "\"text\"", "\"FUTURE_VALUE\"", "\"null\"", "\"true\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\uDC00\\ud800x\"", "\"\\ud83d\\ude00\"",
        "\"ü😀\u2028\u202e\"", "\"\\r\\n\"", "\"{\\\"a\\\":1}\"", "\"{\"", "\"[1e400]\"", "\"{\\\"k\\\":\\\"\\\\ud800\\\"}\"", "\"2026-01-02T03:04:05Z\"",
        "\"2026-01-02T03:04:05.123456789+25:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"/Date(1)/\"", "\"NaN\"",
        "\"1e3\"", "[]", "[null]", "[1]", "[true]", "[\"a\"]", "[\"a\",\"a\"]", "[\"a\",1]", "[\"\"]", "[\"a b\"]", "[[]]", "[{}]", "[[[[1e3]]]]",
        "{}", "{\"a\":1}", "{\"a\":null}", "{\"a\":1,\"a\":2}", "{\"A\":1,\"a\":2}", "{\"\":1}", "{\"\\ud800\":1}", "{\"$type\":\"System.IO.FileInfo\"}",
        "{\"$id\":\"1\"}", "{\"$ref\":\"1\"}", "{\"$values\":[]}", "[{\"tag\":\"a\",\"value\":\"b\"},{\"tag\":\"a\",\"value\":\"c\"}]",
        "{\"requestableScopesEnabled\":true,\"requestableScopes\":[null]}", "{\"requestableScopesEnabled\":\"true\",\"requestableScopes\":[\"x\"]}",
    ];

    private static readonly string[] s_nearly =
    [
        "NaN", "Infinity", "-Infinity", "undefined", "nul", "True", "'text'", "0x1F", "007", "+1", ".5", "1.", "1e", "--1", "new Date(1)",
        "\"\t\"", "\"\\x\"", "\"\\u12\"", "\"unended", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\"}", "[1 2]", "/* c */ 1", "1 // c\n", "{", "]", "",
    ];

    private static readonly string[] s_names =
    [
        "future_property", "FutureProperty", "", "a b", "ü😀", "$type", "$id", "$ref", "__proto__", "\\ud800", "\\u0000", "client_id ", "CLIENTID", "ClientId",
        "Client_Id", "clientid", "Locked", "null",
    ];

    public static string Any(Random random) => random.Next(20) switch
    {
        0 => s_nearly[random.Next(s_nearly.Length)],
        1 => Deep(random),
        2 => $"\"{new string('x', random.Next(5000))}\"",
        3 => $"{random.NextInt64(long.MinValue, long.MaxValue)}",
        4 => new string('9', random.Next(1, 400)),
        _ => s_json[random.Next(s_json.Length)],
    };

    public static string Name(Random random) => s_names[random.Next(s_names.Length)];

    private static string Deep(Random random)
    {
        int depth = random.Next(30) == 0 ? 100_000 : random.Next(20) == 0 ? 1000 : random.Next(1, 70);
        return random.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"d\":", depth)) + "1e3" + new string('}', depth);
    }
}

using System.Globalization;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What becomes of a request that always ends so: how often it is sent, and how the call ends.</summary>
internal sealed record SendRow(string Outcome, Ending Read, Ending Write)
{
    public override string ToString() => Outcome;
}

/// <summary>How often a request was sent, and how its call ended; see the table.</summary>
internal sealed record Ending(int Sends, string Kind)
{
    public static Ending Parse(string text) =>
        new(int.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture), text.Split(' ')[1]);

    /// <summary>Which of the table's words stands for what a call threw; another error stands for itself.</summary>
    public static string KindOf(Exception? error) => error switch
    {
        null => "done",
        InvalidClientMetadataException or AccessDeniedException or ClientNotFoundException or ClientConflictException
            or UnexpectedResponseException => "refused",
        RateLimitedException => "limited",
        BackendUnavailableException => "unavailable",
        OutcomeUnknownException => "unknown",
        _ => error.GetType().Name,
    };

    public override string ToString() => $"{Sends} {Kind}";
}

/// <summary>
/// What is sent again, with three retries. Reads: whatever may go better. Writes: only what the server certainly did not
/// act on. <c>refused</c> is an error that tells what the server said; after <c>unavailable</c> nothing has been done;
/// after <c>unknown</c> nobody knows.
/// </summary>
internal static class SendTable
{
    private const string Text = """
        200                                                 | 1 done        | 1 done
        202                                                 | 1 done        | 1 done
        203                                                 | 1 done        | 1 done
        206                                                 | 1 done        | 1 done
        302                                                 | 1 refused     | 1 refused
        400                                                 | 1 refused     | 1 refused
        401                                                 | 1 refused     | 1 refused
        403                                                 | 1 refused     | 1 refused
        404                                                 | 1 refused     | 1 refused
        405                                                 | 1 refused     | 1 refused
        408                                                 | 4 unavailable | 1 unknown
        408 Retry-After                                     | 4 unavailable | 1 unknown
        409                                                 | 1 refused     | 1 refused
        410                                                 | 1 refused     | 1 refused
        415                                                 | 1 refused     | 1 refused
        422                                                 | 1 refused     | 1 refused
        429                                                 | 4 limited     | 4 limited
        429 Retry-After                                     | 4 limited     | 4 limited
        500                                                 | 4 unavailable | 1 unknown
        500 Retry-After                                     | 4 unavailable | 1 unknown
        501                                                 | 1 unavailable | 1 unavailable
        501 Retry-After                                     | 1 unavailable | 1 unavailable
        502                                                 | 4 unavailable | 1 unknown
        503                                                 | 4 unavailable | 1 unknown
        503 Retry-After                                     | 4 unavailable | 4 unavailable
        504                                                 | 4 unavailable | 1 unknown
        504 Retry-After                                     | 4 unavailable | 1 unknown
        507                                                 | 4 unavailable | 1 unknown
        599                                                 | 4 unavailable | 1 unknown
        the connection is refused                           | 4 unavailable | 4 unavailable
        the host cannot be reached                          | 4 unavailable | 4 unavailable
        the name is not resolved                            | 4 unavailable | 4 unavailable
        the proxy lets nothing through                      | 4 unavailable | 4 unavailable
        the TLS handshake breaks off                        | 4 unavailable | 4 unavailable
        the certificate is not valid                        | 1 unavailable | 1 unavailable
        the connection is reset while sending               | 4 unavailable | 1 unknown
        the connection is reset after sending               | 4 unavailable | 1 unknown
        the connection ends without an answer               | 4 unavailable | 1 unknown
        the connection breaks, which one is not told        | 4 unavailable | 1 unknown
        the stream is reset by the server                   | 4 unavailable | 1 unknown
        the answer is no HTTP                               | 4 unavailable | 1 unknown
        the failure is not told                             | 4 unavailable | 1 unknown
        a bare IOException                                  | 4 unavailable | 1 unknown
        the body breaks off                                 | 4 unavailable | 1 unknown
        the body is reset                                   | 4 unavailable | 1 unknown
        the body cannot be decompressed                     | 4 unavailable | 1 unknown
        the body is too large                               | 1 refused     | 1 unknown
        no answer within AttemptTimeout                     | 4 unavailable | 1 unknown
        a handler cancels by itself                         | 4 unavailable | 1 unknown
        a handler has a timeout of its own                  | 4 unavailable | 1 unknown
        """;

    public static IEnumerable<SendRow> Rows =>
        from line in Text.Split('\n')
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select new SendRow(cells[0], Ending.Parse(cells[1]), Ending.Parse(cells[2]));
}

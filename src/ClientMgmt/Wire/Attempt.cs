using ClientMgmt.Http;

namespace ClientMgmt.Wire;

/// <summary>What came of one attempt to send a request: an answer or a failure.</summary>
internal sealed class Attempt : IDisposable
{
    private Attempt()
    {
    }

    /// <summary>The answer, read to its end; null if there is none.</summary>
    public HttpResponseMessage? Response { get; private init; }

    /// <summary>The body of a success.</summary>
    public AnswerBody? Body { get; private init; }

    /// <summary>The body of any other answer, as far as it could be read.</summary>
    public string? ErrorText { get; private init; }

    /// <summary>What in the request the server failed upon; empty if that is not known.</summary>
    public IReadOnlyList<FieldError> Mistakes { get; private init; } = [];

    /// <summary>Why there is no answer.</summary>
    public Exception? Failure { get; private init; }

    /// <summary>Without an answer: whether the server may have acted on the request all the same.</summary>
    public bool MayHaveActed { get; private init; }

    /// <summary>The proxy that the connection was to go through.</summary>
    public Uri? Proxy { get; private init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? Delay { get; private init; }

    /// <summary>The status of the answer; 0 if there is none.</summary>
    public int Status => (int?)Response?.StatusCode ?? 0;

    public bool IsSuccess => Response is { IsSuccessStatusCode: true };

    public static Attempt Answered(HttpResponseMessage response, AnswerBody body) => new() { Response = response, Body = body };

    public static Attempt Refused(
        HttpResponseMessage response, string? text, TimeSpan? delay, IReadOnlyList<FieldError>? mistakes = null) =>
        new() { Response = response, ErrorText = text, Delay = delay, Mistakes = mistakes ?? [] };

    /// <summary>Nothing was sent, so that the server cannot have acted.</summary>
    public static Attempt Unsent(Exception failure) => new() { Failure = failure };

    public static Attempt Failed(Exception failure, bool mayHaveActed, Uri? proxy = null) =>
        new() { Failure = failure, MayHaveActed = mayHaveActed, Proxy = proxy };

    public void Dispose()
    {
        Body?.Dispose();
        Response?.Dispose();
    }
}

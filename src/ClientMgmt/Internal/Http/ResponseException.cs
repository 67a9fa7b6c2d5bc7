namespace ClientMgmt.Http;

/// <summary>
/// What the generated clients throw. It carries the answer to the place that translates it, and, unlike the class that
/// NSwag would generate, holds no part of the body in its message or text.
/// </summary>
internal sealed class ResponseException(
    string message,
    int statusCode,
    string? response,
    IReadOnlyDictionary<string, IEnumerable<string>> headers,
    Exception? innerException) : Exception(null, innerException)
{
    public int StatusCode { get; } = statusCode;

    public string? Body { get; } = response;

    public bool IsUnreadableSuccess => StatusCode is >= 200 and < 300;

    // The generated message says which member could not be read, but its second half quotes the body.
    public override string Message { get; } = message.Split('\n', 2)[0].TrimEnd('\r');

    public override string ToString() => $"{nameof(ResponseException)}: HTTP {StatusCode}";

    /// <summary>The first value of a header; names are compared without case, as HTTP demands.</summary>
    public string? Header(string name) => headers
        .FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
}

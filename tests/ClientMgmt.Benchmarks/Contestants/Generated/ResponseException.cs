namespace ClientMgmt.Http;

/// <summary>What nswag.json names as the exception of the generated clients.</summary>
internal sealed class ResponseException(
    string message,
    int statusCode,
    string? response,
    IReadOnlyDictionary<string, IEnumerable<string>> headers,
    Exception? innerException)
    : Exception($"HTTP {statusCode}: {message} {response} ({headers.Count} headers)", innerException);

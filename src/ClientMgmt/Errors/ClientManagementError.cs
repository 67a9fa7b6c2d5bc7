using System.Globalization;
using System.Net;
using System.Text;
using ClientMgmt.Values;

namespace ClientMgmt;

/// <summary>What is known about an error.</summary>
public sealed record ClientManagementError
{
    /// <summary>The name of the provider in the configuration.</summary>
    public required string Provider { get; init; }

    /// <summary>The operation that failed.</summary>
    public required ClientOperation Operation { get; init; }

    /// <summary>The client in question, shortened; <see langword="null"/> where the operation is not about one.</summary>
    public string? ClientId { get; init; }

    /// <summary>What happened and what to do about it, in the library's words.</summary>
    public required string Summary { get; init; }

    /// <summary>The HTTP status, or <see langword="null"/> if no answer came or no request was sent.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The vendor's own code, for example Authlete's <c>A001202</c>.</summary>
    public string? VendorCode { get; init; }

    /// <summary>
    /// The vendor's own message, shortened, with credentials and secrets taken out. A server may repeat in it what else was
    /// sent, such as a subject.
    /// </summary>
    public string? VendorMessage { get; init; }

    /// <summary>
    /// The properties at fault, by standard or vendor name. The list is copied when it is assigned, and compared item by
    /// item. Never <see langword="null"/>.
    /// </summary>
    /// <exception cref="ArgumentNullException">The assigned list is null.</exception>
    public IReadOnlyList<FieldError> FieldErrors { get; init => field = new ValueList<FieldError>(value); } = ValueList<FieldError>.None;

    /// <summary>The server's id of the request, where it sent one.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// How long to wait before the next attempt, as the server or the circuit breaker says; <see langword="null"/> if neither does. A
    /// delay of more than half an hour that a server names is ignored.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often a request was sent to get an answer, retries included; 0 if none was sent.</summary>
    public int Attempts { get; init; }

    internal string Describe()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Provider}: {Operation}: {Summary}");
        foreach (FieldError field in FieldErrors)
        {
            text.Append(CultureInfo.InvariantCulture, $" [{field.Name}: {field.Message}]");
        }

        string[] facts =
        [
            ClientId is null ? "" : $"client {ClientId}",
            StatusCode is { } status ? $"HTTP {(int)status}" : "",
            VendorCode ?? "",
            VendorMessage ?? "",
            RequestId is null ? "" : $"request {RequestId}",
            Attempts > 1 ? $"{Attempts} attempts" : "",
            RetryAfter is { } delay ? $"retry after {delay.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s" : "",
        ];
        string known = string.Join("; ", facts.Where(f => f.Length > 0));
        return known.Length == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $" ({known})").ToString();
    }
}

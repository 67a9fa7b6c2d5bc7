using System.Globalization;
using System.Net;

namespace ClientMgmt.Http;

/// <summary>Turns an answer that is not a success into the library's own errors.</summary>
internal static class ErrorTranslator
{
    // A message is for people; a server may send any number.
    private const int MostFieldErrors = 20;

    private static readonly string[] s_requestIdHeaders = ["X-Request-Id", "Request-Id", "X-Correlation-Id"];

    public static ClientManagementException Translate<TApi>(
        ClientManagementError error,
        ResponseException answer,
        BackendProtocol<TApi> protocol,
        DateTimeOffset now,
        IEnumerable<string> secrets)
    {
        VendorError vendor = answer.IsUnreadableSuccess ? VendorError.None : protocol.ReadError(answer.Body);
        string[] known = [.. secrets];
        return Classify(error with
        {
            StatusCode = (HttpStatusCode)answer.StatusCode,
            VendorCode = Redaction.Clean(vendor.Code, known),
            VendorMessage = Redaction.Clean(vendor.Message, known),
            FieldErrors =
            [
                .. (vendor.Fields ?? []).Take(MostFieldErrors).Select(f => new FieldError(
                    Redaction.Clean(protocol.NameOf(f.Name), known) ?? "",
                    Redaction.Clean(f.Message, known) ?? "",
                    Redaction.Clean(f.Code, known))),
            ],
            RequestId = Redaction.Clean(s_requestIdHeaders.Select(answer.Header).FirstOrDefault(h => h is not null), known),
            RetryAfter = RetryAfter(answer.Header("Retry-After"), now)
                ?? (answer.StatusCode == (int)HttpStatusCode.TooManyRequests ? protocol.ReadDelay(answer, now) : null),
        });
    }

    private static ClientManagementException Classify(ClientManagementError error) => (int)error.StatusCode! switch
    {
        400 or 422 => new InvalidClientMetadataException(Say(error, "the server refused the request as invalid.")),
        401 or 403 => new AccessDeniedException(Say(error, "the server refused the credential, or it lacks the right.")),
        404 when error.ClientId is null => new UnexpectedResponseException(
            Say(error, "the server does not know the path; set BaseAddress to where the API is.")),
        404 => new ClientNotFoundException(Say(error, "there is no such client, or BaseAddress is not that of the API.")),
        409 => new ClientConflictException(Say(error, "the client is in conflict with another change or client.")),
        429 => new RateLimitedException(Say(error, "too many requests.")),
        408 or >= 500 => new BackendUnavailableException(Say(error, "the server failed.")),
        >= 300 and < 400 => new UnexpectedResponseException(
            Say(error, "the server redirects elsewhere, which is not followed; set BaseAddress to where the API is.")),
        >= 200 and < 300 => new UnexpectedResponseException(
            Say(error, "the server reports success, but its answer could not be read.")),
        _ => new UnexpectedResponseException(
            Say(error, "the server refused the request with a status that this operation does not expect.")),
    };

    private static ClientManagementError Say(ClientManagementError error, string summary) => error with { Summary = summary };

    // RFC 9110 section 10.2.3: seconds or a date.
    private static TimeSpan? RetryAfter(string? value, DateTimeOffset now)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(
                value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) && date > now
            ? date - now
            : null;
    }
}

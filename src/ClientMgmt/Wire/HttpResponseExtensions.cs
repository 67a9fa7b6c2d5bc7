using System.Net.Http.Headers;

namespace ClientMgmt.Wire;

internal static class HttpResponseExtensions
{
    /// <summary>The first value of a header, as it was sent.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        Header(response.Headers, name) ?? Header(response.Content.Headers, name);

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.FirstOrDefault() : null;
}

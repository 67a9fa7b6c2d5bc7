using System.Net.Http.Headers;

namespace ClientMgmt.Wire;

internal static class HttpResponseExtensions
{
    /// <summary>The first value of a header, as it was sent.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.FirstOrDefault() : null;
}

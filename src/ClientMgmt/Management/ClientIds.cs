using System.Buffers;
using ClientMgmt.JsonText;

namespace ClientMgmt.Management;

/// <summary>
/// Refuses ids, subjects and other names that would turn a request into another one. The URL builder escapes everything
/// else, but an empty, <c>.</c> or <c>..</c> segment collapses the path: on DocSpace, deleting the client with an empty
/// id would delete all clients of the caller. And half of a surrogate pair cannot be sent at all: .NET replaces it, and
/// the request would be about another client.
/// </summary>
internal static class ClientIds
{
    // A URL holds up to two of them, and common servers take 8,000 characters.
    private const int LongestEncoded = 3000;

    // What the backends issue: decimal numbers and UUIDs. No way of reading a path makes anything else of them.
    private static readonly SearchValues<char> s_usual =
        SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    public static void Check(string clientId, IReadOnlyCollection<string> reserved)
    {
        if (clientId is { Length: > 0 and <= LongestEncoded } && !clientId.AsSpan().ContainsAnyExcept(s_usual)
            && !reserved.Contains(clientId, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        CheckText(clientId, nameof(clientId));

        // A gateway may decode the path before it resolves it, and the next one again; Java servers drop what follows a
        // semicolon. So each part counts.
        for (string decoded = clientId, before = ""; decoded != before; decoded = Uri.UnescapeDataString(decoded))
        {
            before = decoded;
            if (decoded.Split('/', '\\').Select(part => part.Split(';')[0]).Any(part => part is "" or "." or ".."
                || reserved.Contains(part, StringComparer.OrdinalIgnoreCase)))
            {
                throw new ArgumentException("The id would be taken for a part of the API's paths.", nameof(clientId));
            }
        }
    }

    public static string CheckSubject(string? subject)
    {
        CheckText(subject, nameof(subject));
        return subject!;
    }

    /// <summary>Checks the developer of a list; an empty one would list the clients of all.</summary>
    public static void CheckDeveloper(string? developer)
    {
        if (developer is not null)
        {
            CheckText(developer, nameof(ClientListOptions.Developer));
        }
    }

    /// <summary>Checks that each scope is one word (RFC 6749 section 3.3): with a space in it, it would be two.</summary>
    public static void CheckScopes(IReadOnlyCollection<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        foreach (string scope in scopes)
        {
            if (string.IsNullOrEmpty(scope) || scope.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || !UnicodeText.IsValid(scope))
            {
                throw new ArgumentException("A scope is a text without spaces and control characters.", nameof(scopes));
            }
        }
    }

    private static void CheckText(string? text, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        if (text.Any(char.IsControl) || !UnicodeText.IsValid(text))
        {
            throw new ArgumentException("The text holds a control character or half of a surrogate pair.", name);
        }

        if (text.Length > LongestEncoded || Uri.EscapeDataString(text).Length > LongestEncoded)
        {
            throw new ArgumentException($"The text is longer than {LongestEncoded} characters of a URL.", name);
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Wire;

/// <summary>A request as the specification describes it; the generated clients make these.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path, with placeholders.</param>
internal sealed record ApiRequest(string Method, string Template)
{
    /// <summary>
    /// Whether it only reads (RFC 9110 section 9.2.1), so that it may be sent again. The specification says so, not the method:
    /// Authlete rotates a secret by GET.
    /// </summary>
    public bool IsSafe { get; init; }

    /// <summary>Whether it carries no credential.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Where it goes, where that is not below the provider's address; null if it is.</summary>
    public Uri? Address { get; init; }

    /// <summary>A credential of its own; null if it carries the provider's.</summary>
    public ProviderCredential? Credential { get; init; }

    /// <summary>
    /// Whether it goes on to its end once it is on the way, though the caller waits no more: its answer may hold what would
    /// else be lost.
    /// </summary>
    public bool IsKeptUp { get; init; }

    /// <summary>Takes what can be read of a success that cannot be read as a whole, before that is told; null if nothing of it counts.</summary>
    public Action<JsonElement>? OnUnreadable { get; init; }

    /// <summary>What stands in place of the placeholders, in their order.</summary>
    public string[] Path { get; init; } = [];

    /// <summary>The query; what is null is left out.</summary>
    public (string Name, object? Value)[] Query { get; init; } = [];

    public WireObject? Body { get; init; }

    /// <summary>The path and query, each value encoded as one part, without a slash at the beginning.</summary>
    public string ToUrl()
    {
        var url = new StringBuilder(Template.Length + 64);
        ReadOnlySpan<char> rest = Template.AsSpan(1);
        foreach (string value in Path)
        {
            url.Append(rest[..rest.IndexOf('{')]).Append(Uri.EscapeDataString(value));
            rest = rest[(rest.IndexOf('}') + 1)..];
        }

        url.Append(rest);
        char separator = '?';
        foreach ((string name, object? value) in Query)
        {
            if (value is not null)
            {
                url.Append(separator).Append(name).Append('=')
                    .Append(Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture)!));
                separator = '&';
            }
        }

        return url.ToString();
    }
}

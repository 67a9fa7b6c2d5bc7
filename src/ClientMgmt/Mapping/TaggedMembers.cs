using System.Collections.Immutable;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Mapping;

/// <summary>
/// Texts by language where each is a member of its own, <c>client_name#ja</c> (RFC 7591 section 2.2). In between they are one
/// object, <c>client_name#</c>, which a row of the table can mean.
/// </summary>
internal sealed class TaggedMembers : Codec
{
    private const char Mark = '#';

    /// <summary>Gathers the members of a client that belong to such a row; others stay as they are.</summary>
    /// <param name="document">The client; it is changed.</param>
    /// <param name="names">The members of the client, in their order.</param>
    /// <param name="isTagged">Whether there is a row of this name, which ends in <c>#</c>.</param>
    public static void Fold(WireObject document, IEnumerable<string> names, Func<string, bool> isTagged)
    {
        var rows = new Dictionary<string, WireObject>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            int mark = name.IndexOf(Mark, StringComparison.Ordinal) + 1;
            if (mark > 0 && mark < name.Length && isTagged(name[..mark]) && document[name] is { } text && text.StartsWith('"'))
            {
                (rows.TryGetValue(name[..mark], out WireObject? row) ? row : rows[name[..mark]] = new WireObject())[name[mark..]] = text;
                document[name] = null;
            }
        }

        foreach ((string name, WireObject row) in rows)
        {
            document[name] = row.ToText();
        }
    }

    /// <summary>Spreads them again, in what is to be sent.</summary>
    public static WireObject Unfold(WireObject body, IEnumerable<string> rows)
    {
        foreach (string row in rows)
        {
            if (body[row] is { } texts)
            {
                body[row] = null;
                foreach (JsonProperty text in JsonElement.Parse(texts).EnumerateObject())
                {
                    body[row + WireJson.NameOf(text)] = text.Value.GetRawText();
                }
            }
        }

        return body;
    }

    public override bool TryRead(JsonElement json, out object? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (WireValues.StringOrNull(member.Value) is not { } text)
            {
                return false;
            }

            texts[WireJson.NameOf(member)] = text;
        }

        value = texts.ToImmutable();
        return true;
    }

    public override string Write(object value, string? current)
    {
        var texts = new WireObject();
        foreach ((string tag, string text) in (IReadOnlyDictionary<string, string>)value)
        {
            texts[tag] = WireJson.Write(text);
        }

        return texts.ToText();
    }
}

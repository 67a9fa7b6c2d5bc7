using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Values;

/// <summary>A standard property of <see cref="ClientMetadata"/>, from whose own name the others follow.</summary>
internal sealed class StandardProperty
{
    private static readonly Dictionary<string, StandardProperty> s_byMember, s_byName, s_byKey;

    static StandardProperty()
    {
        All = [.. typeof(ClientMetadata).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name != nameof(ClientMetadata.Extensions)).Select(p => new StandardProperty(p))
            .OrderBy(p => p.Key, StringComparer.Ordinal)];
        for (int place = 0; place < All.Length; place++)
        {
            All[place].Place = place;
        }

        s_byMember = All.ToDictionary(p => p.Member, StringComparer.Ordinal);
        s_byName = All.ToDictionary(p => p.Name, StringComparer.Ordinal);
        s_byKey = All.ToDictionary(p => p.Key, StringComparer.Ordinal);
    }

    private StandardProperty(PropertyInfo property)
    {
        Member = property.Name;
        Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(Member);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Key = IsTagged ? Name[..^1] + "#" : Name;
    }

    /// <summary>All of them, in the order of their places.</summary>
    public static ImmutableArray<StandardProperty> All { get; }

    public string Member { get; }

    /// <summary>The standard name; a set of translations has the plural, <c>client_names</c>.</summary>
    public string Name { get; }

    /// <summary>The same, but of translations the name of what is translated and <c>#</c> (RFC 7591 section 2.2).</summary>
    public string Key { get; }

    public Type Type { get; }

    /// <summary>Where <see cref="StandardValues"/> has the value.</summary>
    public int Place { get; private set; }

    /// <summary>Whether the value is a set of translations, by language tag.</summary>
    public bool IsTagged => Type == typeof(IReadOnlyDictionary<string, string>);

    /// <summary>What a value has to be, in words.</summary>
    public string Kind => Type == typeof(string) ? "a text"
        : Type == typeof(bool) ? "true or false"
        : Type == typeof(int) ? "a whole number"
        : Type == typeof(IReadOnlyList<string>) ? "a list of texts"
        : IsTagged ? "an object of texts by language"
        : "a JSON value";

    public static StandardProperty OfMember(string member) => s_byMember[member];

    public static StandardProperty? Named(string name) => s_byName.GetValueOrDefault(name);

    public static StandardProperty? OfKey(string key) => s_byKey.GetValueOrDefault(key);

    /// <summary>Reads a value that is not null.</summary>
    /// <param name="json">The value.</param>
    /// <param name="path">Where it stands.</param>
    /// <exception cref="JsonException">It is of another type.</exception>
    public object Read(JsonElement json, string path) =>
        Type == typeof(string) ? ReadText(json, path)
        : Type == typeof(bool) && WireValues.Flag(json) is { } flag ? flag
        : Type == typeof(int) && WireValues.WholeNumber(json) is { } number ? number
        : Type == typeof(IReadOnlyList<string>) && json.ValueKind == JsonValueKind.Array ?
            json.EnumerateArray().Select((item, place) => ReadText(item, $"{path}[{place}]")).ToImmutableArray()
        : IsTagged && json.ValueKind == JsonValueKind.Object ? ReadTagged(json, path)
        : Type == typeof(JsonElement) ? json
        : throw Wrong(path, Kind);

    /// <exception cref="JsonException">It is no text, or holds half of a surrogate pair.</exception>
    public static string ReadText(JsonElement json, string path) => WireValues.StringOrNull(json) ?? throw Wrong(path, "a text");

    public static JsonException Wrong(string path, string kind) =>
        new($"The value must be {kind}. Path: {path}", path, null, null);

    private static ImmutableSortedDictionary<string, string> ReadTagged(JsonElement json, string path)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            string tag = WireJson.NameOf(member), place = $"{path}.{tag}";
            texts[UnicodeText.IsValid(tag) ? tag : throw Wrong(place, "of a language")] = ReadText(member.Value, place);
        }

        return texts.ToImmutable();
    }
}

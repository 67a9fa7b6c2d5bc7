using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ClientMgmt.Serialization;

namespace ClientMgmt.Mapping;

/// <summary>A backend's whole table, and what follows from it.</summary>
internal sealed class MetadataMap
{
    private const int LongestName = 128;

    private static readonly HashSet<string> s_standardNames = [.. ClientMetadata.StandardNames];

    private readonly Dictionary<string, MetadataMapping> _byName;
    private readonly ILookup<string, MetadataMapping> _byJsonName;
    private readonly FrozenDictionary<string, Member>.AlternateLookup<ReadOnlySpan<char>> _members;
    private readonly int _toldInFull;
    private readonly HashSet<string> _issued;
    private readonly MetadataMapping _unknown;

    /// <param name="rows">The table.</param>
    /// <param name="issued">JSON names that <see cref="OAuthClient"/> itself holds.</param>
    /// <param name="unknown">What holds for vendor properties that the table does not name.</param>
    public MetadataMap(IEnumerable<MetadataMapping> rows, IEnumerable<string> issued, MetadataMapping unknown)
    {
        Rows = [.. rows];
        _byName = Rows.ToDictionary(r => r.Name, StringComparer.Ordinal);
        _byJsonName = Rows.ToLookup(r => r.JsonName, StringComparer.Ordinal);
        _issued = issued.ToHashSet(StringComparer.Ordinal);
        _unknown = unknown;
        _members = _issued.Union(_byJsonName.Select(rows => rows.Key))
            .Select(name => new Member(name, _issued.Contains(name), [.. _byJsonName[name]
                .Where(row => !row.IsVendor).Select(row => (row, StandardValues.PlaceOf(row.Name)))]))
            .ToFrozenDictionary(member => member.Name, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _toldInFull = _members.Dictionary.Values.Count(member => member.IsToldInFull);
    }

    public IReadOnlyList<MetadataMapping> Rows { get; }

    /// <summary>What a client says. Of members with the same name the last one counts.</summary>
    public ClientMetadata Read(JsonElement document)
    {
        var values = new StandardValues.Builder();
        int others = Math.Max(0, document.GetPropertyCount() - _toldInFull);
        var extensions = new Dictionary<string, JsonElement>(others, StringComparer.Ordinal);
        Span<char> name = stackalloc char[LongestName];
        bool isRepeatable = false;
        foreach (JsonProperty member in document.EnumerateObject())
        {
            Member known = Find(member, name);
            JsonElement json = member.Value;
            bool isTold = known.IsIssued || json.ValueKind == JsonValueKind.Null;
            foreach ((MetadataMapping row, int place) in known.Standard)
            {
                object? value = null;
                isTold |= json.ValueKind != JsonValueKind.Null && row.Codec.TryRead(json, out value) && row.Codec.IsComplete;
                values.Set(place, value);
            }

            if (!isTold)
            {
                extensions[known.Name] = json;
                isRepeatable |= known.IsToldInFull;
            }
            else if (isRepeatable || json.ValueKind == JsonValueKind.Null)
            {
                // An earlier member of the name may have been one that no standard property could express, or not null.
                extensions.Remove(known.Name);
            }
        }

        return new ClientMetadata(values.Build(), extensions.AsReadOnly());
    }

    /// <summary>What a caller altered; values that are the same to the vendor do not count.</summary>
    public IReadOnlyList<MetadataChange> Compare(ClientMetadata before, ClientMetadata after)
    {
        var changes = new List<MetadataChange>();
        foreach (string name in after.Extensions.Keys.Concat(before.Extensions.Keys.Where(n => !after.Extensions.ContainsKey(n))))
        {
            JsonElement? old = Extension(before, name), value = Extension(after, name);
            if (!MetadataValues.AreEqual(name, old, value))
            {
                changes.Add(new MetadataChange(FindVendor(name), value) { Before = old });
            }
        }

        // The standard names come last: where one is a part of a vendor property, it has the last word.
        foreach (string name in StandardValues.AllNames)
        {
            object? old = before.Value(name), value = after.Value(name);
            if (!MetadataValues.AreEqual(name, old, value) && Find(name) is var row && !IsSameToVendor(row, old, value))
            {
                changes.Add(new MetadataChange(row, value) { Before = old });
            }
        }

        return changes;
    }

    /// <summary>Whether a change has been made; what a cleared value turns into is up to the server.</summary>
    public static bool IsMade(MetadataChange change, ClientMetadata now)
    {
        MetadataMapping row = change.Mapping;
        object? value = ValueOf(now, row);
        return change.Value is null
            ? !MetadataValues.AreEqual(row.Name, change.Before, value)
            : MetadataValues.AreEqual(row.Name, change.Value, value)
                || (!row.IsVendor && IsSameToVendor(row, value, change.Value));
    }

    /// <summary>
    /// Whether a value, or the part of a list that a change altered, is as it was before. A value that is neither that nor
    /// what was sent has been set by somebody who may have seen this one.
    /// </summary>
    public static bool IsUndone(MetadataChange change, ClientMetadata now)
    {
        MetadataMapping row = change.Mapping;
        object? value = ValueOf(now, row);
        if (MetadataValues.AreEqual(row.Name, change.Before, value))
        {
            return true;
        }

        if (MetadataValues.EntriesOrNull(row.Name, change.Value) is not { } sent
            || MetadataValues.EntriesOrNull(row.Name, value) is not { } stored)
        {
            return false;
        }

        HashSet<string> had = MetadataValues.EntriesOrNull(row.Name, change.Before) ?? [];
        return sent.Except(had).Any(entry => !stored.Contains(entry)) || had.Except(sent).Any(stored.Contains);
    }

    /// <summary>Makes the changes in what is to be sent, and returns it.</summary>
    public static WireObject Apply(IEnumerable<MetadataChange> changes, WireObject body)
    {
        foreach (MetadataChange change in changes)
        {
            body[change.Mapping.RequestName] = change.Write(body[change.Mapping.RequestName]);
        }

        return body;
    }

    /// <summary>
    /// The row of a property by its standard or vendor name, translations also by the plural; there is an answer for any
    /// name.
    /// </summary>
    public MetadataMapping Find(string name) => _byName.GetValueOrDefault(name)
        ?? (name.EndsWith('s') ? _byName.GetValueOrDefault(name[..^1] + "#") : null)
        ?? (s_standardNames.Contains(name) ? Refused(name, "the backend has no place for it")
            : _issued.Contains(name) ? Refused(name, "the server issues it")
            : _byJsonName[name].FirstOrDefault(r => r.Codec.IsComplete) is { } row
                ? Refused(name, $"set it by its standard name {row.Name}")
            : MetadataMapping.Vendor(name, _unknown.Capability.Updatable, _unknown.Capability.Remark));

    /// <summary>The standard or vendor name of what the vendor calls so in a request or an answer.</summary>
    public string NameOf(string jsonName) =>
        Rows.FirstOrDefault(r => r.RequestName == jsonName || r.JsonName == jsonName)?.Name ?? jsonName;

    // A client has a hundred members, and the table has their names: most need no string of their own.
    private Member Find(JsonProperty member, Span<char> buffer)
    {
        if (Encoding.UTF8.TryGetChars(JsonMarshal.GetRawUtf8PropertyName(member), buffer, out int length)
            && _members.TryGetValue(buffer[..length], out Member? known))
        {
            return known;
        }

        string name = WireJson.NameOf(member);
        return _members.TryGetValue(name, out known) ? known : new Member(name, false, []);
    }

    private static JsonElement? Extension(ClientMetadata metadata, string name) =>
        metadata.Extensions.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static object? ValueOf(ClientMetadata metadata, MetadataMapping row) =>
        row.IsVendor ? Extension(metadata, row.Name) : metadata.Value(row.Name);

    private static bool IsSameToVendor(MetadataMapping row, object? old, object? value) =>
        old is not null && value is not null && row.Codec.Reject(old) is null && row.Codec.Reject(value) is null
        && AreSame(row.Name, row.Codec.Write(old, null), row.Codec.Write(value, null));

    private static bool AreSame(string name, string left, string right) => left == right
        || (!MetadataValues.IsOrdered(name) && SortedOrNull(left) is { } ours && SortedOrNull(right) is { } theirs && ours.SequenceEqual(theirs));

    private static IEnumerable<string>? SortedOrNull(string json) => JsonElement.Parse(json) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(item => item.GetRawText()).Order(StringComparer.Ordinal)
        : null;

    private MetadataMapping FindVendor(string name) => Find(name) is { IsVendor: true } row
        ? row
        : Refused(name, "set it by the property of ClientMetadata");

    private static MetadataMapping Refused(string name, string remark) =>
        MetadataMapping.Vendor(name, settable: false, remark);

    /// <summary>What the table says of one member of the vendor's JSON.</summary>
    private sealed record Member(string Name, bool IsIssued, (MetadataMapping Row, int Place)[] Standard)
    {
        /// <summary>Whether what it says is, as a rule, said by <see cref="OAuthClient"/> or the standard properties.</summary>
        public bool IsToldInFull { get; } = IsIssued || Standard.Any(s => s.Row.Codec.IsComplete);
    }
}

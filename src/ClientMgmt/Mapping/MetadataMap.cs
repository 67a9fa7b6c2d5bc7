using System.Collections.Immutable;
using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Values;

namespace ClientMgmt.Mapping;

/// <summary>A backend's whole table, and what follows from it.</summary>
internal sealed class MetadataMap
{
    private static readonly HashSet<string> s_standardNames = [.. ClientMetadata.StandardNames, .. StandardValues.AllNames];

    private readonly Dictionary<string, MetadataMapping> _byName;
    private readonly ILookup<string, MetadataMapping> _byJsonName;
    private readonly NameTable<Member> _members;
    private readonly int _toldInFull;
    private readonly string?[] _issued;
    private readonly MetadataMapping _unknown;
    private readonly (string Name, string Of)? _repetition;
    private readonly IReadOnlyList<string> _alternatives;

    /// <param name="rows">The table.</param>
    /// <param name="issued">JSON names that <see cref="OAuthClient"/> itself holds.</param>
    /// <param name="unknown">What holds for vendor properties that the table does not name.</param>
    /// <param name="repetition">A vendor property that only repeats another, and the other.</param>
    /// <param name="alternatives">Standard properties of which a client has one at most.</param>
    public MetadataMap(
        IEnumerable<MetadataMapping> rows,
        IssuedNames issued,
        MetadataMapping unknown,
        (string Name, string Of)? repetition = null,
        IReadOnlyList<string>? alternatives = null)
    {
        (_repetition, _alternatives) = (repetition, alternatives ?? []);
        Rows = [.. rows];
        _byName = Rows.ToDictionary(r => r.Name, StringComparer.Ordinal);
        _byJsonName = Rows.ToLookup(r => r.JsonName, StringComparer.Ordinal);
        _issued = issued.All;
        _unknown = unknown;
        Required = [.. Rows.Where(r => r.Capability.RequiredAtCreation)];
        Member[] members =
        [
            .. _issued.OfType<string>().Union(_byJsonName.Select(rows => rows.Key)).Select(name => new Member(
                name, Array.IndexOf(_issued, name), [.. _byJsonName[name].Where(row => !row.IsVendor)])),
        ];
        _members = new NameTable<Member>(members, member => member.Name);
        _toldInFull = members.Count(member => member.IsToldInFull);
    }

    public IReadOnlyList<MetadataMapping> Rows { get; }

    /// <summary>The rows without which no client can be created.</summary>
    public IReadOnlyList<MetadataMapping> Required { get; }

    /// <summary>What a client says. Of members with the same name the last one counts.</summary>
    public ClientMetadata Read(JsonElement document) => Read(document, out _);

    /// <param name="document">The client.</param>
    /// <param name="issued">What it says beside the metadata.</param>
    public ClientMetadata Read(JsonElement document, out IssuedValues issued)
    {
        var issuedValues = new JsonElement[_issued.Length];
        issued = new IssuedValues(issuedValues);
        var values = new StandardValues.Builder();
        int others = Math.Max(0, document.GetPropertyCount() - _toldInFull);
        var extensions = new Dictionary<string, JsonElement>(others, StringComparer.Ordinal);
        ImmutableDictionary<int, string> unexpressed = ImmutableDictionary<int, string>.Empty;
        bool isRepeatable = false;
        foreach (JsonProperty member in document.EnumerateObject())
        {
            Member known = _members.Find(member) ?? new Member(WireJson.NameOf(member), -1, []);
            JsonElement json = member.Value;
            if (known.IsIssued)
            {
                issuedValues[known.IssuedPlace] = json;
                continue;
            }

            bool isNull = json.ValueKind == JsonValueKind.Null;
            bool isTold = isNull;
            foreach (MetadataMapping row in known.Standard)
            {
                if (row.Codec.IsPlain(json))
                {
                    values.Set(row.Place, row.Codec, json);
                    isTold |= row.Codec.IsComplete;
                    continue;
                }

                object? value = null;
                isTold |= !isNull && row.Codec.TryRead(json, out value) && row.Codec.IsComplete;
                values.Set(row.Place, value);
            }

            if (!isTold)
            {
                extensions[known.Name] = json;
                isRepeatable |= known.IsToldInFull;
                unexpressed = known.Whole is { } row ? unexpressed.SetItem(row.Place, known.Name) : unexpressed;
            }
            else if (isRepeatable || isNull)
            {
                // An earlier member of the name may have been one that no standard property could express, or not null.
                extensions.Remove(known.Name);
            }
        }

        if (_repetition is { } repetition && extensions.ContainsKey(repetition.Of))
        {
            extensions.Remove(repetition.Name);
        }

        return new ClientMetadata(values.Build(), extensions.AsReadOnly(), unexpressed);
    }

    /// <summary>What a caller altered; values that are the same to the vendor do not count.</summary>
    public IReadOnlyList<MetadataChange> Compare(ClientMetadata before, ClientMetadata after)
    {
        var changes = new List<MetadataChange>();
        foreach (string name in after.Extensions.Keys)
        {
            AddIfChanged(name);
        }

        foreach (string name in before.Extensions.Keys)
        {
            if (!after.Extensions.ContainsKey(name))
            {
                AddIfChanged(name);
            }
        }

        // The standard names come last: where one is a part of a vendor property, it has the last word.
        for (int place = 0; place < StandardValues.AllNames.Count; place++)
        {
            if (before.IsUntouched(place, after))
            {
                continue;
            }

            object? old = before.Value(place), value = after.Value(place);
            string name = StandardValues.AllNames[place];
            if (!MetadataValues.AreEqual(name, old, value) && Find(name) is var row && !IsSameToVendor(row, old, value) && !IsDefault(row, old, value))
            {
                changes.Add(new MetadataChange(row, value) { Before = old, Rivals = value is null ? [] : FindRivals(name, after) });
            }
        }

        return changes;

        void AddIfChanged(string name)
        {
            JsonElement? old = Extension(before, name), value = Extension(after, name);
            if (MetadataValues.AreEqual(name, old, value))
            {
                return;
            }

            MetadataMapping row = FindVendor(name, old, value);
            if ((row.IsVendor || after.Value(row.Place) is null) && !IsDefault(row, old, value))
            {
                changes.Add(new MetadataChange(row, value) { Before = old });
            }
        }
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
            : Unknown(name));

    /// <summary>The standard or vendor name of what the vendor calls so in a request or an answer.</summary>
    public string NameOf(string jsonName) =>
        Rows.FirstOrDefault(r => r.RequestName == jsonName || r.JsonName == jsonName)?.Name ?? jsonName;

    /// <summary>What a vendor's property says; null if that is nothing.</summary>
    public static JsonElement? Extension(ClientMetadata metadata, string name) =>
        metadata.Extensions.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>What a client says of a row.</summary>
    public static object? ValueOf(ClientMetadata metadata, MetadataMapping row) =>
        row.IsVendor ? Extension(metadata, row.Name) : metadata.Value(row.Place);

    private string[] FindRivals(string name, ClientMetadata metadata) => _alternatives.Contains(name)
        ? [.. _alternatives.Where(other => other != name && metadata.Value(other) is not null)]
        : [];

    // Cleared, it would be what it is.
    private static bool IsDefault(MetadataMapping row, object? old, object? value) =>
        value is null && row.IsDefault(old);

    private static bool IsSameToVendor(MetadataMapping row, object? old, object? value) =>
        old is not null && value is not null && row.Codec.Reject(old) is null && row.Codec.Reject(value) is null
        && AreSame(row.Name, row.Codec.Write(old, null), row.Codec.Write(value, null));

    private static bool AreSame(string name, string left, string right) => left == right
        || (!MetadataValues.IsOrdered(name) && SortedOrNull(left) is { } ours && SortedOrNull(right) is { } theirs && ours.SequenceEqual(theirs));

    private static IEnumerable<string>? SortedOrNull(string json) => JsonElement.Parse(json) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(item => item.GetRawText()).Order(StringComparer.Ordinal)
        : null;

    // A value that the standard property cannot express shows under the vendor's name, and goes when that property is cleared
    // or set.
    private MetadataMapping FindVendor(string name, JsonElement? old, JsonElement? value) =>
        value is null && _byJsonName[name].FirstOrDefault(r => !r.IsVendor && r.Codec.IsComplete) is { } standard ? standard
        : old is not null && IsStandardAlone(name) ? Unknown(name)
        : Find(name) is { IsVendor: true } row ? row
        : Refused(name, "set it by the property of ClientMetadata");

    // The vendor calls the standard property otherwise, if it has it. A member of this name that the server has shown all the
    // same is another one, which nothing is known of; one that a caller adds means the standard property.
    private bool IsStandardAlone(string name) => s_standardNames.Contains(name) && !_byJsonName.Contains(name);

    private MetadataMapping Unknown(string name) =>
        MetadataMapping.Vendor(name, _unknown.Capability.Updatable, _unknown.Capability.Remark) with { Default = _unknown.Default };

    private static MetadataMapping Refused(string name, string remark) =>
        MetadataMapping.Vendor(name, settable: false, remark);

    /// <summary>What the table says of one member of the vendor's JSON.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="IssuedPlace">Where <see cref="IssuedValues"/> has it; -1 if it has not.</param>
    /// <param name="Standard">The standard properties that are made of it.</param>
    private sealed record Member(string Name, int IssuedPlace, MetadataMapping[] Standard)
    {
        public bool IsIssued => IssuedPlace >= 0;

        /// <summary>The standard property that, as a rule, says all that it says.</summary>
        public MetadataMapping? Whole { get; } = Standard.FirstOrDefault(row => row.Codec.IsComplete);

        /// <summary>Whether what it says is, as a rule, said by <see cref="OAuthClient"/> or the standard properties.</summary>
        public bool IsToldInFull => IsIssued || Whole is not null;
    }
}

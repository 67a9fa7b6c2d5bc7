using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Values;

namespace ClientMgmt.Mapping;

/// <summary>
/// Compares what was sent with what a server says it has stored. What a server only writes in another way is stored: a set in
/// another order, JSON text without its white space, a number as a text, an object with more members than were sent, or
/// nothing at all for a value that says nothing.
/// </summary>
internal static class StoredValues
{
    /// <summary>What the server took and did not store.</summary>
    public static IReadOnlyList<MetadataChange> FindLost(IReadOnlyList<MetadataChange> changes, ClientMetadata stored)
    {
        // Almost always there is nothing, which costs nothing.
        List<MetadataChange>? lost = null;
        foreach (MetadataChange change in changes)
        {
            if (!(change.Value is null ? IsCleared(change, stored) : IsStored(change, stored)) && !IsOverruled(change, changes))
            {
                (lost ??= []).Add(change);
            }
        }

        return lost ?? [];
    }

    // A standard property that is a part of a vendor's has the last word where both are sent.
    private static bool IsOverruled(MetadataChange change, IReadOnlyList<MetadataChange> changes) => change.Mapping.IsVendor
        && changes.Any(other => !other.Mapping.IsVendor && other.Mapping.JsonName == change.Mapping.JsonName);

    // What is cleared turns into the server's default. Where that is not known as a value, it may be what was there before.
    private static bool IsCleared(MetadataChange change, ClientMetadata stored)
    {
        MetadataMapping row = change.Mapping;
        if (row is { Default: not null, DefaultValue: not string })
        {
            return true;
        }

        return MetadataMap.ValueOf(stored, row) is { } value
            ? (row.Codec.Reject(value) is null && !WireValues.SaysSomething(Json(row, value)))
                || !MetadataValues.AreEqual(row.Name, change.Before, value)
            : stored.UnexpressedAt(row.Place) is not { } name || !WireValues.SaysSomething(stored.Extensions[name]);
    }

    private static bool IsStored(MetadataChange change, ClientMetadata stored)
    {
        MetadataMapping row = change.Mapping;
        object? value = MetadataMap.ValueOf(stored, row);
        if (MetadataValues.AreEqual(row.Name, change.Value, value))
        {
            return true;
        }

        if (MetadataValues.IsOrdered(row.Name) && change.Value is IReadOnlyList<string> wanted && value is IReadOnlyList<string> had)
        {
            return wanted.Distinct().SequenceEqual(had.Distinct());
        }

        // Of a part of a vendor's property, nothing is another thing than an empty value: every scope, and not none.
        if (value is null && !row.Codec.IsComplete)
        {
            return false;
        }

        // A value that the standard property cannot express stands under the vendor's name.
        JsonElement sent = Json(row, change.Value);
        JsonElement now = value is null ? MetadataMap.Extension(stored, row.JsonName) ?? default : Json(row, value);
        return Holds(now, sent) && !KeepsRemoved(now, sent, Json(row, change.Before));
    }

    // What a server shows need not be what it takes; such a value is another one than was sent.
    private static JsonElement Json(MetadataMapping row, object? value) =>
        value is null || row.Codec.Reject(value) is not null ? default : JsonElement.Parse(row.Codec.Write(value, null));

    private static bool Holds(JsonElement stored, JsonElement sent) => sent.ValueKind switch
    {
        JsonValueKind.Null => true,
        _ when !WireValues.SaysSomething(sent) => !WireValues.SaysSomething(stored),
        JsonValueKind.Array => stored.ValueKind == JsonValueKind.Array
            && sent.EnumerateArray().All(entry => stored.EnumerateArray().Any(other => Holds(other, entry))),
        JsonValueKind.Object => stored.ValueKind == JsonValueKind.Object
            && sent.EnumerateObject().All(member => Holds(stored.Member(WireJson.NameOf(member)), member.Value)),
        _ => IsSame(stored, sent),
    };

    private static bool IsSame(JsonElement stored, JsonElement sent) => MetadataValues.AreEqual(stored, sent)
        || (WireValues.Text(stored) is { } now && WireValues.Text(sent) is { } was
            && (now == was || (IsJson(sent, out JsonElement inner) && IsJson(stored, out JsonElement other) && Holds(other, inner))));

    private static bool IsJson(JsonElement value, out JsonElement json)
    {
        json = default;
        return WireValues.StringOrNull(value) is { } text && WireJson.TryParse(text, out json)
            && json.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
    }

    // What was taken out of a list, or out of JSON in a text, and is still there. A member that an object itself has no more may
    // come back as the server's default.
    private static bool KeepsRemoved(JsonElement stored, JsonElement sent, JsonElement before) =>
        (stored.ValueKind, sent.ValueKind, before.ValueKind) switch
        {
            (JsonValueKind.Array, JsonValueKind.Array, JsonValueKind.Array) => before.EnumerateArray().Any(old =>
                !sent.EnumerateArray().Any(entry => Holds(old, entry)) && stored.EnumerateArray().Any(entry => IsSame(entry, old))),
            (JsonValueKind.Object, JsonValueKind.Object, JsonValueKind.Object) => sent.EnumerateObject().Any(member =>
                WireJson.NameOf(member) is var name && KeepsRemoved(stored.Member(name), member.Value, before.Member(name))),
            (JsonValueKind.String, JsonValueKind.String, JsonValueKind.String) =>
                IsJson(stored, out JsonElement now) && IsJson(sent, out JsonElement wanted) && IsJson(before, out JsonElement old)
                && (KeepsRemoved(now, wanted, old) || KeepsRemovedMember(now, wanted, old)),
            _ => false,
        };

    private static bool KeepsRemovedMember(JsonElement stored, JsonElement sent, JsonElement before) =>
        before.ValueKind == JsonValueKind.Object && sent.ValueKind == JsonValueKind.Object && before.EnumerateObject().Any(old =>
            WireJson.NameOf(old) is var name && WireValues.SaysSomething(old.Value)
            && sent.Member(name).ValueKind == JsonValueKind.Undefined && IsSame(stored.Member(name), old.Value));
}

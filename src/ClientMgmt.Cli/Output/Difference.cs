using System.Text.Json;

namespace ClientMgmt.Cli.Output;

/// <summary>What becomes of a value: of one that is no list and no object, both values; of a list or an object, what becomes of its parts.</summary>
/// <param name="Sign">One of <see cref="Added"/>, <see cref="Removed"/>, <see cref="Changed"/> and <see cref="Kept"/>.</param>
/// <param name="Name">The name of the property or member; null of an entry in a list.</param>
internal sealed record Difference(char Sign, string? Name)
{
    public const char Added = '+';
    public const char Removed = '-';
    public const char Changed = '~';
    public const char Kept = ' ';

    /// <summary>The values, old before new, as JSON; none where <see cref="Parts"/> says it.</summary>
    public IReadOnlyList<string> Values { get; private init; } = [];

    /// <summary>What becomes of the members or entries, without those that stay.</summary>
    public IReadOnlyList<Difference> Parts { get; private init; } = [];

    /// <summary>Something to say about it; null if there is nothing.</summary>
    public string? Remark { get; private init; }

    /// <summary>Compares two values; null, and JSON's null, stand for none.</summary>
    public static Difference Of(string? name, JsonElement? before, JsonElement? after) => (Known(before), Known(after)) switch
    {
        (null, { } added) => Whole(Added, name, added),
        ({ } removed, null) => Whole(Removed, name, removed),
        ({ ValueKind: JsonValueKind.Array } old, { ValueKind: JsonValueKind.Array } now) => OfLists(name, old, now),
        ({ ValueKind: JsonValueKind.Object } old, { ValueKind: JsonValueKind.Object } now) => OfObjects(name, old, now),
        ({ } old, { } now) => new Difference(Changed, name) { Values = [JsonText.Short(old), JsonText.Short(now)] },
        _ => new Difference(Kept, name) { Values = ["null"] },
    };

    private static Difference Whole(char sign, string? name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array when value.GetArrayLength() > 0 => new Difference(sign, name)
        {
            Parts = [.. value.EnumerateArray().Select(entry => Whole(sign, null, entry))],
        },
        JsonValueKind.Object when value.GetPropertyCount() > 0 => new Difference(sign, name)
        {
            Parts = [.. value.EnumerateObject().Select(member => Whole(sign, member.Name, member.Value))],
        },
        _ => new Difference(sign, name) { Values = [JsonText.Short(value)] },
    };

    private static Difference OfLists(string? name, JsonElement old, JsonElement now)
    {
        List<JsonElement> removed = Without(old, now);
        List<JsonElement> added = Without(now, old);
        int kept = now.GetArrayLength() - added.Count;
        var changed = new Difference(Changed, name);
        return (removed, added) switch
        {
            ([], []) => changed with { Remark = "in another order", Parts = [.. now.EnumerateArray().Select(entry => Whole(Kept, null, entry))] },

            // One of several objects, as a key of a set of keys.
            ([{ ValueKind: JsonValueKind.Object } one], [{ ValueKind: JsonValueKind.Object } other]) => changed with
            {
                Remark = Unchanged(kept),
                Parts = [OfObjects(null, one, other)],
            },
            _ => changed with
            {
                Remark = Unchanged(kept),
                Parts = [.. removed.Select(entry => Whole(Removed, null, entry)), .. added.Select(entry => Whole(Added, null, entry))],
            },
        };
    }

    private static Difference OfObjects(string? name, JsonElement old, JsonElement now)
    {
        string[] names = [.. old.EnumerateObject().Concat(now.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal)];
        string[] changed = [.. names.Where(n => !(Member(old, n) is { } a && Member(now, n) is { } b && JsonElement.DeepEquals(a, b)))];
        return new Difference(Changed, name)
        {
            Remark = Unchanged(names.Length - changed.Length),
            Parts = [.. changed.Select(n => Of(n, Member(old, n), Member(now, n)))],
        };
    }

    // The entries of a list that another does not have, as often as it lacks them.
    private static List<JsonElement> Without(JsonElement list, JsonElement other)
    {
        List<JsonElement> left = [.. other.EnumerateArray()];
        var without = new List<JsonElement>();
        foreach (JsonElement entry in list.EnumerateArray())
        {
            int place = left.FindIndex(o => JsonElement.DeepEquals(o, entry));
            if (place < 0)
            {
                without.Add(entry);
            }
            else
            {
                left.RemoveAt(place);
            }
        }

        return without;
    }

    private static string? Unchanged(int count) => count == 0 ? null : $"{count} unchanged";

    private static JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value : null;

    private static JsonElement? Known(JsonElement? value) => value is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? null : value;
}

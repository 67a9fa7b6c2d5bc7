using ClientMgmt.JsonText;
using System.Text.Json;

namespace ClientMgmt.Serialization;

/// <summary>The base of the generated types that are a page of a list.</summary>
/// <param name="list">The name of the member that holds the list.</param>
internal abstract class JsonPage(string list) : IAnswer
{
    /// <summary>The objects that the page holds, each in memory of its own: one that is kept does not keep the page.</summary>
    public IReadOnlyList<JsonElement> Items { get; private set; } = [];

    public void Read(JsonElement json)
    {
        Items = [.. WireValues.Items(json.Member(list)).Select(Keep)];
        ReadPosition(json);
    }

    /// <summary>Takes what the page tells of its place in the list.</summary>
    protected abstract void ReadPosition(JsonElement json);

    private static JsonElement Keep(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object ? item.Clone() : throw new JsonException("An object was expected.");
}
